using System.CommandLine;
using Triggers.Cli.Output;
using Triggers.Files.Workspaces;
using Triggers.Language.Workspaces;

namespace Triggers.Cli.Commands;

/// <summary><c>triggers schema --out DIR</c>: JSON Schema of every file of a workspace, for editors.</summary>
public static class SchemaCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var folder = new Option<string>("--out")
        {
            Description = $"Folder to write to; in a workspace made by `triggers new` it is {StartingWorkspace.SchemaFolder}.",
            HelpName = "DIR",
            Required = true,
        };
        var command = new Command("schema", "Write the JSON Schema of every file of a workspace, with which editors complete and check while you type.") { folder };
        command.SetAction(parsed => Write(parsed.GetRequiredValue(folder), terminal));
        return command;
    }

    private static int Write(string folder, Terminal terminal)
    {
        var patterns = WorkspaceSchemas.Patterns();
        foreach (var (file, schema) in WorkspaceSchemas.Generate())
        {
            WorkspaceDirectory.Write(folder, file, schema);
            terminal.Out.Write($"{Path.Combine(folder, file).Replace('\\', '/')}  for {patterns[file]}\n");
        }

        return ExitCode.Done;
    }
}
