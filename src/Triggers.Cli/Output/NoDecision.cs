using Triggers.Engine.Portraits;
using Triggers.Files.Output;
using Triggers.Files.Sources;
using Triggers.Language.Calendars;
using Triggers.Language.Plan;
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
        var text = $"Nothing was decided for {customer}{(trigger is null ? "" : $" by {trigger}")}: no run of theirs came to its end.\n";
        if (origin?.Workspace is null)
        {
            return text + "  Either none began (nothing happened that starts it, or `where` or `again` did not let it), an `until` event ended it, or it still waits.\n"
                + "  `triggers customer WORKSPACE --events FILE --id ID` says which.\n";
        }

        return text + Ended(terminal) + $"  All about the customer: triggers customer {origin.Workspace} --events {string.Join(' ', origin.Events)} --id {customer}\n";
    }

    private string Ended(Terminal terminal)
    {
        try
        {
            return trigger is null || WorkspaceReading.Of(origin!.Workspace!).Plan is not { } plan || plan.Version != origin.Rules || RunUntil.Parse(origin.Until) is not { } until
                ? ""
                : Ended(plan, until, terminal);
        }
        catch (OutsideFault)
        {
            // The workspace or the events are somewhere else by now; what follows says how to ask them.
            return "";
        }
    }

    private string Ended(WorkspacePlan plan, RunUntil until, Terminal terminal)
    {
        if (plan.Triggers.All(one => one.Name != trigger))
        {
            return $"  The workspace has no trigger {trigger}: it has {string.Join(", ", plan.Triggers.Select(one => one.Name))}.\n";
        }

        var files = origin!.Events.Select(name => EventFileName.Parse(name, plan.Catalogue)).ToList();
        var reading = CustomerReading.Of(plan, files, until, customer, terminal);
        return reading.Found switch
        {
            [] => $"  Nobody is known as `{customer}`: {RunReport.Count(reading.Customers, "customer")} had an event.\n",
            [var one] => Ended(reading.Portrait(one), plan),
            var several => $"  `{customer}` is known as {string.Join(" and as ", several)}: name one of them.\n",
        };
    }

    private string Ended(CustomerPortrait portrait, WorkspacePlan plan)
    {
        if (portrait.Triggers.FirstOrDefault(one => one.Name == trigger) is not { } found || CustomerReport.Outcome(found, time => LocalTimeText.Write(time, plan.Zone)) is not { Length: > 0 } last)
        {
            return "  It never began: nothing happened that starts it, or its `where` did not let it.\n";
        }

        var waits = portrait.Runs.Where(run => run.Trigger == trigger).Select(run => $"  {run.Waits}; began {LocalTimeText.Write(run.StartedAt, plan.Zone)} by {run.Cause}.\n");
        return $"  How it ended last ({plan.Zone}): {last}.\n{string.Concat(waits)}";
    }
}
