using System.CommandLine;
using Triggers.Cli.Output;
using Triggers.Runtime.Ports;

namespace Triggers.Cli.Commands;

/// <summary><c>triggers new WORKSPACE</c>: a small workspace to begin with, with tests that pass.</summary>
public static class NewCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var folder = WorkspaceArgument.New();
        var command = new Command("new", "Write a small workspace to begin with: an online shop with three triggers and their tests.") { folder };
        command.SetAction(parsed => Write(parsed.GetRequiredValue(folder), terminal));
        return command;
    }

    private static int Write(string folder, Terminal terminal)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new OutsideFault($"{folder} is there already, and not empty.", "Give the name of a folder that does not exist yet.");
        }

        StartingWorkspace.Write(folder);
        terminal.Out.Write(
            $"""
            {folder} is a workspace now: an online shop with three triggers. Every file explains itself.

              triggers check {folder}           finds mistakes
              triggers test {folder}            runs its tests
              triggers explain-rule {folder}    says in plain English what its triggers do

            """.ReplaceLineEndings("\n"));
        return ExitCode.Done;
    }
}
