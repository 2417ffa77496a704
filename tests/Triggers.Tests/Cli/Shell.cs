using Triggers.Cli;
using Triggers.Language.Workspaces;
using Triggers.Tests.Support;

namespace Triggers.Tests.Cli;

/// <summary>A folder of its own in which commands run. What they print names the folder as <c>.</c>, the same on every machine.</summary>
internal sealed class Shell : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The path of a file or folder in it.</summary>
    public string this[string name] => _folder[name];

    /// <summary>Writes a workspace into a folder and gives its path.</summary>
    public string Write(string name, WorkspaceFiles files)
    {
        foreach (var (path, content) in files.Files)
        {
            _folder.Write($"{name}/{path}", content);
        }

        return this[name];
    }

    /// <summary>Runs one command.</summary>
    public (int ExitCode, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = CommandLine.Run(args, new(output, error, ShowsProgress: false, ShowsColour: false, Width: 120));
        return (exitCode, Anywhere(output), Anywhere(error));
    }

    public void Dispose() => _folder.Dispose();

    private string Anywhere(StringWriter text) => text.ToString().Replace(_folder.Path, ".", StringComparison.Ordinal);
}
