using Triggers.Engine.Portraits;
using Triggers.Engine.State;
using Triggers.Files.Output;
using Triggers.Files.Sources;
using Triggers.Language.Calendars;
using Triggers.Language.Plan;
using Triggers.Model.Time;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Scenarios;

namespace Triggers.Cli.Output;

/// <summary>
/// Why a run holds no decision for a customer. A decision is made where a run of a trigger comes to its end, so the answer lies in the runs: where the run's workspace and
/// events are still there, they are asked again.
/// </summary>
/// <param name="origin">What the run was made of; null: not known.</param>
/// <param name="customer">Who is asked about.</param>
/// <param name="trigger">The trigger that is asked about; null: all.</param>
internal sealed class NoDecision(RunOrigin? origin, string customer, string? trigger)
{
    /// <summary>Some lines.</summary>
    public string Tell(Terminal terminal)
    {
        var text = $"Nothing was decided for {customer}{(trigger is null ? "" : $" by {trigger}")}: no run of theirs reached the moment of decision.\n";
        return text + (origin?.Workspace is null
            ? "  Either none began (nothing happened that starts it, or `where` or `again` did not let it), an `until` event ended it, or it still waits.\n"
                + "  `triggers customer WORKSPACE --events FILE --id ID` says which.\n"
            : Asked(terminal) ?? Command);
    }

    private string Command => $"  All about the customer: triggers customer {origin!.Workspace} --events {string.Join(' ', origin.Events)} --id {customer}\n";

    /// <summary>What the same rules say of the same events; null when they cannot be asked.</summary>
    private string? Asked(Terminal terminal)
    {
        try
        {
            return WorkspaceReading.Of(origin!.Workspace!).Plan is not { } plan || plan.Version != origin.Rules || RunUntil.Parse(origin.Until) is not { } until
                ? null
                : Asked(plan, until, terminal);
        }
        catch (OutsideFault)
        {
            // The workspace or the events are somewhere else by now; the command says how to ask them.
            return null;
        }
    }

    private string Asked(WorkspacePlan plan, RunUntil until, Terminal terminal)
    {
        if (trigger is not null && plan.Triggers.All(one => one.Name != trigger))
        {
            return $"  The workspace has no trigger {trigger}: it has {string.Join(", ", plan.Triggers.Select(one => one.Name))}.\n";
        }

        var files = origin!.Events.Select(name => EventFileName.Parse(name, plan.Catalogue)).ToList();
        var reading = CustomerReading.Of(plan, files, until, customer, terminal);
        return reading.Found switch
        {
            [] => $"  Nobody is known as `{customer}`: {RunReport.Count(reading.Customers, "customer")} had an event.\n",
            [var one] => Ended(reading.Portrait(one), plan) + Command,
            var several => $"  `{customer}` is known as {string.Join(" and as ", several)}: name one of them.\n",
        };
    }

    private string Ended(CustomerPortrait portrait, WorkspacePlan plan)
    {
        string Time(Timestamp time) => LocalTimeText.WriteWithWeekday(time, plan.Zone);
        var last = portrait.Triggers.Where(one => IsAsked(one.Name) && one.Outcome != RunOutcome.None)
            .Select(one => $"  How {(trigger is null ? one.Name : "it")} ended last ({plan.Zone}): {CustomerReport.Outcome(one, Time)}.\n");
        var waiting = portrait.Runs.Where(run => run.Trigger is { } name && IsAsked(name))
            .Select(run => $"  {(trigger is null ? $"{run.Trigger} is under" : "Under")} way since {Time(run.StartedAt)} ({plan.Zone}), by {run.Cause}: {run.Waits}.\n");
        return string.Concat(last.Concat(waiting)) is { Length: > 0 } told ? told
            : trigger is null ? "  None ever began: nothing happened that starts one, or its `where` did not let it.\n"
            : "  It never began: nothing happened that starts it, or its `where` did not let it.\n";
    }

    private bool IsAsked(string name) => trigger is null || name == trigger;
}
