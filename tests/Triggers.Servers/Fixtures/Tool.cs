using System.Diagnostics;
using Triggers.Tests.Support;

namespace Triggers.Servers.Fixtures;

/// <summary>A program that a test runs: from <c>PATH</c>, or from the folder <c>bin</c> of the shared folder beside the repository or above it.</summary>
public static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Full path of a tool; null: it is not here.</summary>
    public static string? Find(string name) => SharedData.RootedPathOf(Path.Combine("bin", name)) ?? Executable.Find(name);

    /// <summary>Why a test with these tools cannot run here; null: it can.</summary>
    public static string? Missing(params string[] names) =>
        names.Where(name => Find(name) is null).ToList() is { Count: > 0 } missing
            ? $"No {string.Join(", ", missing)}: looked for on PATH and in the folder shared/bin above the repository."
            : null;

    /// <summary>Runs a tool to its end in the repository's root.</summary>
    /// <param name="name">The tool.</param>
    /// <param name="input">Text on its standard input; null: none.</param>
    /// <param name="arguments">Arguments.</param>
    /// <returns>Exit code, and what it wrote to either output.</returns>
    public static (int Code, string Output) Run(string name, string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(name) ?? throw new InvalidOperationException(Missing(name)), arguments)
        {
            WorkingDirectory = Repository.Root, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input ?? "");
        process.StandardInput.Close();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{name} did not end within {Patience.TotalSeconds:0} s.");
        }

        return (process.ExitCode, output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult());
    }
}
