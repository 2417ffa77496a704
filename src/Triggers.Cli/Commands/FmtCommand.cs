using System.CommandLine;
using Triggers.Cli.Output;
using Triggers.Files.Workspaces;
using Triggers.Language.Text;
using Triggers.Language.Workspaces;

namespace Triggers.Cli.Commands;

/// <summary><c>triggers fmt WORKSPACE [--check]</c>: brings the files of a workspace into the one form, comments kept.</summary>
public static class FmtCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var workspace = WorkspaceArgument.Required();
        var check = new Option<bool>("--check") { Description = "Change nothing; name the files that are not in the one form, with exit code 1." };
        var command = new Command("fmt", "Bring the files of a workspace into the one form. Changes blanks and empty lines only; comments stay.") { workspace, check };
        command.SetAction(parsed => Format(parsed.GetRequiredValue(workspace), parsed.GetValue(check), terminal));
        return command;
    }

    private static int Format(string folder, bool onlyCheck, Terminal terminal)
    {
        var reading = WorkspaceReading.Of(folder);
        var changed = 0;
        foreach (var path in reading.Files.Paths())
        {
            var content = reading.Files.Files[path];
            var formatted = WorkspaceFormatter.Format(path, content);
            if (formatted == content)
            {
                continue;
            }

            changed++;
            if (!onlyCheck)
            {
                WorkspaceDirectory.Write(folder, path, formatted);
            }

            terminal.Out.Write($"{(onlyCheck ? "not formatted" : "formatted")}: {Path.Combine(folder, path).Replace('\\', '/')}\n");
        }

        if (Unreadable(reading) is { Count: > 0 } mistakes)
        {
            terminal.Error.Write(DiagnosticText.Write(mistakes, DiagnosticFormat.Text));
            terminal.Complain("A file that is not valid YAML cannot be formatted.", "Correct it and run the command again.");
            return ExitCode.Refused;
        }

        terminal.Out.Write($"{RunReport.Count(reading.Files.Files.Count, "file")}, {(changed == 0 ? "all" : $"all but {changed}")} in the one form{(onlyCheck || changed == 0 ? "" : " before, all now")}.\n");
        return onlyCheck && changed > 0 ? ExitCode.Failed : ExitCode.Done;
    }

    /// <summary>The mistakes in the notation itself have these codes.</summary>
    private static List<Diagnostic> Unreadable(WorkspaceReading reading) =>
        [.. reading.Diagnostics.Where(mistake => mistake.Code.StartsWith("TR010", StringComparison.Ordinal))];
}
