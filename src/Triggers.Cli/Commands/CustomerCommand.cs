using System.CommandLine;
using Triggers.Cli.Output;
using Triggers.Files.Sources;
using Triggers.Language.Plan;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Scenarios;

namespace Triggers.Cli.Commands;

/// <summary><c>triggers customer WORKSPACE --events FILE --id ID</c>: what the rules know of one customer after these events.</summary>
public sealed class CustomerCommand
{
    private const string Usage = "Run: triggers customer WORKSPACE --events FILE --id ID";

    private readonly Argument<string> _workspace = WorkspaceArgument.Required();

    private readonly Option<string[]> _events = new("--events")
    {
        Description = "Files of events, as for `run`: [TOPIC=]FILE.",
        HelpName = "[TOPIC=]FILE",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _id = new("--id") { Description = "The customer: kind:value, like user:42, or the value alone.", HelpName = "ID" };

    private readonly Option<string?> _at = new("--at")
    {
        Description = "At this time, like 2026-01-31T18:00 (in UTC) or 2026-01-31T18:00+01:00; left out: at the last event.",
        HelpName = "TIME",
    };

    private readonly Terminal _terminal;

    private CustomerCommand(Terminal terminal) => _terminal = terminal;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var customer = new CustomerCommand(terminal);
        customer._events.NoDashes();
        var command = new Command("customer", "Show one customer after files of events: traits, segments, what waits, and the last outcome of every trigger.")
        {
            customer._workspace, customer._events, customer._id, customer._at,
        };
        command.SetAction(customer.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var until = Until(parsed.GetValue(_at));
        var id = parsed.GetValue(_id) is { Length: > 0 } given ? given : throw new OutsideFault("No customer was named.", Usage);
        if (WorkspaceReading.Usable(parsed.GetRequiredValue(_workspace), _terminal)?.Plan is not { } plan)
        {
            return ExitCode.Refused;
        }

        var names = (parsed.GetValue(_events) ?? []).Select(name => EventFileName.Parse(name, plan.Catalogue)).ToList();
        if (names.Count == 0)
        {
            throw new OutsideFault("No events were given.", Usage);
        }

        return Show(plan, CustomerReading.Of(plan, names, until, id, _terminal), id);
    }

    private static RunUntil Until(string? at) => at is null ? RunUntil.Last : RunUntil.Parse(at) is { Time: not null } until ? until
        : throw new OutsideFault($"--at {at} is no time.", "A time is written 2026-01-31T18:00+01:00; without its distance from UTC it is UTC.");

    private int Show(WorkspacePlan plan, CustomerReading reading, string id)
    {
        switch (reading.Found)
        {
            case []:
                _terminal.Complain(
                    $"Nobody is known as `{id}`: {RunReport.Count(reading.Customers, "customer")} had an event up to then.",
                    "Write the id as the events have it, kind:value or the value alone.");
                return ExitCode.Failed;
            case [var one]:
                _terminal.Out.Write(CustomerReport.Write(reading.Portrait(one), one, plan));
                return ExitCode.Done;
            default:
                throw new OutsideFault($"`{id}` is known as {string.Join(" and as ", reading.Found)}: these are different customers.", $"Name one of them: --id {reading.Found[0]}");
        }
    }
}
