using System.CommandLine;
using System.Globalization;
using Triggers.Cli.Output;
using Triggers.Language.Plan;
using Triggers.Language.Text;

namespace Triggers.Cli.Commands;

/// <summary><c>triggers check WORKSPACE</c>: every mistake of a workspace in one go.</summary>
public static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var workspace = WorkspaceArgument.Required();
        var format = new Option<string>("--format")
        {
            Description = "text for people, json for programs, github for annotations in a pull request.",
            DefaultValueFactory = _ => "text",
        };
        format.OneOf("text", "json", "github");
        var command = new Command("check", "Check a workspace and show every mistake with its place and its remedy.") { workspace, format };
        command.SetAction(parsed => Check(parsed.GetRequiredValue(workspace), parsed.GetRequiredValue(format), terminal));
        return command;
    }

    private static int Check(string folder, string format, Terminal terminal)
    {
        var reading = WorkspaceReading.Of(folder);
        var written = format switch
        {
            "json" => DiagnosticFormat.Json,
            "github" => DiagnosticFormat.Github,
            _ => DiagnosticFormat.Text,
        };
        terminal.Out.Write(DiagnosticText.Write(reading.Diagnostics, written));
        if (written == DiagnosticFormat.Text)
        {
            terminal.Out.Write(Verdict(folder, reading));
        }

        return reading.Plan is null ? ExitCode.Refused : ExitCode.Done;
    }

    private static string Verdict(string folder, WorkspaceReading reading) => reading.Plan is not { } plan
        ? $"{folder} has {DiagnosticText.Count(reading.Diagnostics)}.\n"
        : $"{folder} is {(reading.Diagnostics.Count == 0 ? "right" : $"usable, with {DiagnosticText.Count(reading.Diagnostics)}")}: {Content(plan)}.\n";

    private static string Content(WorkspacePlan plan) =>
        $"{Count(plan.Catalogue.Types.Count, "event")}, {Count(plan.Traits.Count, "trait")}, {Count(plan.Channels.Count, "channel")}, " +
        $"{Count(plan.Triggers.Count, "trigger")}; version {plan.Version}";

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
