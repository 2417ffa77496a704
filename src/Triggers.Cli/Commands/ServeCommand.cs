using System.CommandLine;
using Triggers.Cli.Output;
using Triggers.Hosting.Options;
using Triggers.Hosting.Serving;
using Triggers.Hosting.Telemetry;

namespace Triggers.Cli.Commands;

/// <summary><c>triggers serve [WORKSPACE] --config FILE</c>: live on Kafka and Redis until SIGTERM.</summary>
public static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var workspace = WorkspaceArgument.Optional("Folder of the workspace to publish and to run; without it, the newest that was published, and each newer one as it comes.");
        var config = ConfigOption.Create();
        var command = new Command("serve", "Run a workspace live: Kafka in, state in Redis, messages to the outbound topics. SIGTERM stops it in good order.") { workspace, config };
        command.SetAction(parsed => Serve(parsed.GetValue(workspace), parsed.GetRequiredValue(config), terminal));
        return command;
    }

    private static int Serve(string? folder, string config, Terminal terminal)
    {
        var options = ServeOptions.Load(config);
        LiveRules? rules = null;
        if (folder is not null)
        {
            if (WorkspaceReading.Usable(folder, terminal) is not { Plan: { } plan } reading)
            {
                return ExitCode.Refused;
            }

            rules = LiveRules.Of(plan, reading.Files);
        }

        using var stop = new ConsoleStop();
        LiveHost.ServeAsync(rules, options, new ConsoleNotices(terminal.Time, options.Telemetry.Log == "json"), stop.Token).GetAwaiter().GetResult();
        return ExitCode.Done;
    }
}
