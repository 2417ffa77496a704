using System.CommandLine;
using Triggers.Cli.Output;
using Triggers.Files.Logs;
using Triggers.Files.Output;
using Triggers.Files.Sources;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Rulesets;
using Triggers.Runtime.Scenarios;

namespace Triggers.Cli.Commands;

/// <summary><c>triggers run</c>: a workspace over files of events, or a dumped log once more.</summary>
public sealed class RunCommand
{
    private readonly Argument<string?> _workspace = WorkspaceArgument.Optional("Folder of the workspace. Not with --log: a log brings its rules.");

    private readonly Option<string[]> _events = new("--events")
    {
        Description = "Files of events, JSON lines or CSV, plain or gzip: [TOPIC=]FILE. Several are merged by time. Without TOPIC the file's name tells it.",
        HelpName = "[TOPIC=]FILE",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _log = new("--log") { Description = "A file made by `triggers log dump`, instead of a workspace and events.", HelpName = "FILE" };

    private readonly Option<string> _out = new("--out")
    {
        Description = "Folder for messages.jsonl, decisions.jsonl, dead.jsonl and late.jsonl.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "triggers-out",
    };

    private readonly Option<string?> _until = new("--until")
    {
        Description = "Where the clock stops: last (at the last event, the default), end (when no timer is left), or a time like 2026-01-31T18:00 (in UTC) or 2026-01-31T18:00+01:00.",
        HelpName = "last|end|TIME",
    };

    private readonly Option<string?> _summary = new("--summary") { Description = "json: print the counts as one JSON object instead of a table.", HelpName = "json" };

    private readonly Terminal _terminal;

    private RunCommand(Terminal terminal) => _terminal = terminal;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var run = new RunCommand(terminal);
        run._summary.OneOf("json");
        run._events.NoDashes();
        var command = new Command("run", "Run a workspace over files of events and write what it would have sent, and why, and why not.")
        {
            run._workspace, run._events, run._log, run._out, run._until, run._summary,
        };
        command.SetAction(parsed => parsed.GetValue(run._log) is { } log ? run.Log(parsed, log) : run.Files(parsed));
        return command;
    }

    private int Files(ParseResult parsed)
    {
        var folder = parsed.GetValue(_workspace) ?? throw new OutsideFault("No workspace was given.", "Run: triggers run WORKSPACE --events FILE");
        var text = parsed.GetValue(_until) ?? "last";
        var until = RunUntil.Parse(text) ??
            throw new OutsideFault($"--until {text} is neither last, nor end, nor a time.", "A time is written 2026-01-31T18:00+01:00; without its distance from UTC it is UTC.");
        if (WorkspaceReading.Usable(folder, _terminal)?.Plan is not { } plan)
        {
            return ExitCode.Refused;
        }

        var names = (parsed.GetValue(_events) ?? []).Select(name => EventFileName.Parse(name, plan.Catalogue)).ToList();
        if (names.Count == 0)
        {
            throw new OutsideFault("No events were given.", "Name at least one file: triggers run WORKSPACE --events FILE");
        }

        var rules = new Ruleset(plan);
        using var feed = new EventFiles(names, plan.Catalogue, rules.SelectionForFiles);
        using var results = new RunFolder(parsed.GetRequiredValue(_out));
        var run = new FileRun(rules, until, results);
        RunProgress.Show(_terminal, "Reading events", report => run.Execute(feed, _terminal.Time, report));
        results.Finish();
        new RunOrigin(plan.Zone, plan.Version, Path.GetFullPath(folder), [.. names.Select(name => name.WithFullPath().ToString())], text).Write(parsed.GetRequiredValue(_out));
        Report(parsed, run.Summary);
        return ExitCode.Done;
    }

    private int Log(ParseResult parsed, string log)
    {
        if (parsed.GetValue(_workspace) is not null || parsed.GetValue(_events) is { Length: > 0 } || parsed.GetValue(_until) is not null)
        {
            throw new OutsideFault("With --log neither a workspace, nor --events, nor --until can be given.", "A log holds its own rules, events and time: triggers run --log FILE");
        }

        var records = LogDumpReader.Read(log);
        using var results = new RunFolder(parsed.GetRequiredValue(_out));
        var run = new LogRun(results);
        run.Execute(records, _terminal.Time);
        results.Finish();
        if (run.Rules is { } rules)
        {
            new RunOrigin(rules.Zone, rules.Version, Workspace: null, Events: [], Until: "last").Write(parsed.GetRequiredValue(_out));
        }

        Report(parsed, run.Summary);
        return ExitCode.Done;
    }

    private void Report(ParseResult parsed, RunSummary summary)
    {
        if (parsed.GetValue(_summary) is not null)
        {
            _terminal.Out.Write(RunSummaryJson.Write(summary) + "\n");
            return;
        }

        RunReport.Write(summary, parsed.GetRequiredValue(_out), _terminal);
    }
}
