using System.Globalization;
using System.Text;
using Triggers.Engine.Portraits;
using Triggers.Engine.State;
using Triggers.Language.Calendars;
using Triggers.Language.Plan;
using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Cli.Output;

/// <summary>A customer's portrait for people: a section for each thing there is something to say about, times on the workspace's clock.</summary>
public static class CustomerReport
{
    private const int MostRows = 20;
    private const int IdlePerLine = 6;

    /// <summary>The report.</summary>
    /// <param name="portrait">The customer.</param>
    /// <param name="identifier">The customer as the source knows them.</param>
    /// <param name="plan">The rules.</param>
    public static string Write(CustomerPortrait portrait, Identifier identifier, WorkspacePlan plan)
    {
        string Time(Timestamp time) => LocalTimeText.Write(time, plan.Zone);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{TraitText.Printable(identifier.ToString())} in {plan.Name}, {Time(portrait.Time)} ({plan.Zone})\n");
        if (portrait.Identifier is null)
        {
            return text.Append("\nNo rule is about the events that came, so nothing is known.\n").ToString();
        }

        Append(text, "Traits", portrait.Traits.Where(trait => trait.Value.IsPresent).Select(trait => Row(trait, plan, Time)));
        Append(text, "Stage and segments", Memberships(portrait, Time));
        Append(text, "Under way", First([.. portrait.Runs.Select(run => Row(run, Time))]));
        Append(text, "Next by the clock", Timers(portrait, Time));
        var idle = portrait.Triggers.Where(IsIdle).ToList();
        Append(text, "Triggers", portrait.Triggers.Except(idle).Select(trigger => new[] { trigger.Name, Outcome(trigger, Time) }));
        Append(text, "Never begun, or not in the last 30 days", idle.Select(trigger => trigger.Name).Chunk(IdlePerLine).Select(names => new[] { string.Join(", ", names) }));
        return text.ToString();
    }

    private static string[] Row(TraitPortrait trait, WorkspacePlan plan, Func<Timestamp, string> time) =>
        [trait.Name, TraitText.Write(trait.Value, plan.Zone), trait.ChangesAt == Timestamp.Never ? "" : $"until {time(trait.ChangesAt)}, if nothing comes"];

    private static IEnumerable<string[]> Memberships(CustomerPortrait portrait, Func<Timestamp, string> time)
    {
        if (portrait.Stage is { } stage)
        {
            yield return ["stage", stage.Name, $"since {time(stage.Since)}"];
        }

        foreach (var segment in portrait.Segments)
        {
            yield return ["segment", segment.Name, $"since {time(segment.Since)}"];
        }
    }

    private static string[] Row(RunPortrait run, Func<Timestamp, string> time)
    {
        var then = run.LaterEvents.Count == 0 ? "" : $", then {string.Join(", ", run.LaterEvents.Select(TraitText.Printable))}";
        return [NameOf(run), $"{run.Waits}; began {time(run.StartedAt)} by {TraitText.Printable(run.Cause)}{then}"];
    }

    private static IEnumerable<string[]> Timers(CustomerPortrait portrait, Func<Timestamp, string> time)
    {
        var timers = portrait.Runs.Select(run => (At: run.Deadline, What: $"{NameOf(run)}: {run.AtDeadline}"))
            .Concat(portrait.Triggers.Where(t => t.NextAt != Timestamp.Never).Select(t => (At: t.NextAt, What: $"{t.Name}: its time comes")))
            .Append((At: portrait.JudgedAt, What: "segments and stage are looked at again"))
            .Where(timer => timer.At != Timestamp.Never)
            .OrderBy(timer => timer.At);
        return First([.. timers.Select(timer => new[] { time(timer.At), timer.What })]);
    }

    /// <summary>The first rows, and how many there are beyond.</summary>
    private static IEnumerable<string[]> First(List<string[]> rows) =>
        rows.Count <= MostRows ? rows : rows.Take(MostRows).Append(["…", $"and {RunReport.Number(rows.Count - MostRows)} more"]);

    private static string NameOf(RunPortrait run) => (run.Trigger ?? "(a trigger that is gone)") + (run.Key.Length == 0 ? "" : $" [{TraitText.Printable(run.Key)}]");

    private static bool IsIdle(TriggerPortrait trigger) => trigger is { Outcome: RunOutcome.None, RunsUnderWay: 0, SentAt: null, KeysSent: 0, AgainFrom: null };

    /// <summary>How a trigger ended last, and when it may happen again; empty when there is nothing to tell.</summary>
    public static string Outcome(TriggerPortrait trigger, Func<Timestamp, string> time)
    {
        var at = trigger.OutcomeAt is { } known ? time(known) : "";
        var by = trigger.By ?? "something that the workspace does not have any more";
        var last = trigger.Outcome switch
        {
            RunOutcome.Sent => $"sent {at}",
            RunOutcome.Refused => $"refused {at} by `{by}`",
            RunOutcome.Ended => $"ended {at} by {by}",
            RunOutcome.Expired => $"ended {at}: {by} did not come in time",
            RunOutcome.NotAgain => $"not begun {at}: `again` did not allow it",
            RunOutcome.Crowded => $"not begun {at}: {CustomerState.MostRuns.ToString("N0", CultureInfo.InvariantCulture)} runs of the customer waited",
            RunOutcome.Held => $"held {at} by `{by}`",
            RunOutcome.TooLate => $"sent; {by} came {at}, too late to stop it",
            _ => "",
        };
        var isShown = trigger.SentAt is null || (trigger.Outcome is RunOutcome.Sent or RunOutcome.TooLate);
        var facts = new[]
        {
            last,
            isShown ? "" : $"{(last.Length == 0 ? "" : "last ")}sent {time(trigger.SentAt!.Value)}",
            trigger.RunsUnderWay == 0 ? "" : trigger.RunsUnderWay == 1 ? "under way" : $"{RunReport.Number(trigger.RunsUnderWay)} under way",
            trigger.KeysSent == 0 ? "" : $"{RunReport.Count(trigger.KeysSent, "key")} had a message",
            trigger.AgainFrom is { } again ? again == Timestamp.Never ? "never again" : $"again from {time(again)}" : "",
        };
        return string.Join("; ", facts.Where(fact => fact.Length > 0));
    }

    private static void Append(StringBuilder text, string title, IEnumerable<string[]> section)
    {
        var rows = section.ToList();
        if (rows.Count == 0)
        {
            return;
        }

        text.Append('\n').Append(title).Append('\n');
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        foreach (var row in rows)
        {
            text.Append(("  " + string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column])))).TrimEnd()).Append('\n');
        }
    }
}
