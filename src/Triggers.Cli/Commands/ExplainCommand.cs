using System.CommandLine;
using Triggers.Cli.Output;
using Triggers.Files.Output;
using Triggers.Runtime.Ports;

namespace Triggers.Cli.Commands;

/// <summary><c>triggers explain RESULTS</c>: why a message went out, or why none did, from the decisions of a run.</summary>
public static class ExplainCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var results = new Argument<string>("RESULTS") { Description = "Folder that `triggers run --out` has written." };
        var message = new Option<string?>("--message") { Description = "Id of a message or decision, or its beginning.", HelpName = "ID" };
        var customer = new Option<string?>("--customer") { Description = "A customer: the identifier as the source knows it, with or without its kind, or the key.", HelpName = "ID" };
        var trigger = new Option<string?>("--trigger") { Description = "With --customer: only what this trigger decided.", HelpName = "NAME" };
        var command = new Command("explain", "Say why a message went out, or why not.") { results, message, customer, trigger };
        command.SetAction(parsed => Explain(
            parsed.GetRequiredValue(results), parsed.GetValue(message), parsed.GetValue(customer), parsed.GetValue(trigger), terminal));
        return command;
    }

    private static int Explain(string folder, string? message, string? customer, string? trigger, Terminal terminal)
    {
        if ((message is null) == (customer is null) || (message is not null && trigger is not null))
        {
            throw new OutsideFault("It must be said what is to be explained.", "Give either --message ID, or --customer ID and perhaps --trigger NAME.");
        }

        var origin = RunOrigin.Read(folder);
        var stories = DecisionStories.Read(folder, origin, message, customer, trigger);
        terminal.Out.Write(stories.Count > 0 ? string.Join("\n", stories)
            : message is not null ? $"There is no decision {message} in {folder}.\n"
            : new NoDecision(origin, customer!, trigger).Tell(terminal));
        return stories.Count > 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
