using System.CommandLine;
using Triggers.Cli.Output;
using Triggers.Hosting.Options;
using Triggers.Hosting.Serving;

namespace Triggers.Cli.Commands;

/// <summary><c>triggers publish WORKSPACE --config FILE</c>: makes a workspace the newest version in the topic of rules.</summary>
public static class PublishCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var workspace = WorkspaceArgument.Required();
        var config = ConfigOption.Create();
        var command = new Command("publish", "Publish a workspace: every process that serves takes it up within seconds, those without a workspace of their own wholly.") { workspace, config };
        command.SetAction(parsed => Publish(parsed.GetRequiredValue(workspace), parsed.GetRequiredValue(config), terminal));
        return command;
    }

    private static int Publish(string folder, string config, Terminal terminal)
    {
        var options = ServeOptions.Load(config);
        if (WorkspaceReading.Usable(folder, terminal) is not { Plan: { } plan } reading)
        {
            return ExitCode.Refused;
        }

        using var stop = new ConsoleStop();
        var isNew = PublishedRules.PublishAsync(LiveRules.Of(plan, reading.Files), options, stop.Token).GetAwaiter().GetResult();
        terminal.Out.WriteLine(isNew ? $"Published rules {plan.Version}." : $"Rules {plan.Version} are the newest already.");
        return ExitCode.Done;
    }
}
