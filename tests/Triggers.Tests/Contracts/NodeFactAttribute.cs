using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace Triggers.Tests.Contracts;

/// <summary>A test that needs Node.js and a package of its registry; skipped, with the reason, where one of them is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    private const int Seconds = 20;

    private static readonly ConcurrentDictionary<string, string?> Missing = new(StringComparer.Ordinal);

    /// <summary>A test that needs this package, as <c>name@version</c>.</summary>
    public NodeFactAttribute(string package) => Skip = Missing.GetOrAdd(package, WhatIsMissing);

    private static string? WhatIsMissing(string package) => !Answers("node", "--version") ? "Node.js is not installed."
        : !Answers("npm", "view", package, "version") ? $"npm cannot find {package}: it is not installed, or its registry cannot be reached."
        : null;

    private static bool Answers(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            if (process.WaitForExit(TimeSpan.FromSeconds(Seconds)))
            {
                return process.ExitCode == 0;
            }

            process.Kill(entireProcessTree: true);
            return false;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
