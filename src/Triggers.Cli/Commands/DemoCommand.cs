using System.CommandLine;
using Triggers.Cli.Demo;
using Triggers.Cli.Output;
using Triggers.Files.Output;
using Triggers.Files.Sources;
using Triggers.Runtime.Scenarios;

namespace Triggers.Cli.Commands;

/// <summary><c>triggers demo</c>: a week of a made-up shop, without any server or set-up.</summary>
public static class DemoCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var folder = new Option<string>("--out") { Description = "Folder for the demo's workspace, events and results.", HelpName = "DIR", DefaultValueFactory = _ => "triggers-demo" };
        var command = new Command("demo", "Show what triggers do: a week of a made-up shop, without any server or set-up.") { folder };
        command.SetAction(parsed => Show(parsed.GetRequiredValue(folder), terminal));
        return command;
    }

    private static int Show(string root, Terminal terminal)
    {
        var folder = new DemoFolder(root);
        folder.WriteWorkspace();
        var week = DemoWeek.Generate();
        folder.WriteEvents(week.Events);
        if (WorkspaceReading.Usable(folder.Workspace, terminal)?.Plan is not { } plan)
        {
            return ExitCode.Refused;
        }

        using var feed = new EventFiles(folder.Files, plan.Catalogue);
        using var results = new RunFolder(folder.Results);
        var samples = new DemoSamples(results, DemoWeek.TuesdayMorning, week.Abroad);
        var run = new FileRun(plan, RunUntil.Last, samples);
        RunProgress.Show(terminal, "A week in the shop", report => run.Execute(feed, terminal.Time, report));
        results.Finish();
        new RunOrigin(plan.Zone, plan.Version, Path.GetFullPath(folder.Workspace), [.. folder.Files.Select(file => file.WithFullPath().ToString())], "last").Write(folder.Results);
        new DemoReport(plan, run.Summary, samples, folder).Write(terminal);
        return ExitCode.Done;
    }
}
