using System.Text.Json;
using Triggers.Tests.Support;

namespace Triggers.Tests.Cli;

/// <summary>The demo, run once for all tests that look at it.</summary>
public sealed class DemoWorld : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DemoWorld()
    {
        Shown = Type("demo", "--out", "DIR/demo") + Type("check", "DIR/demo/workspace");
        Decisions =
        [
            .. File.ReadLines(Path.Combine(_folder["demo"], "results", "decisions.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
                .Select(decision => (Text(decision, "id")!, Text(decision, "outcome")!, Text(decision, "gate") ?? "")),
        ];
    }

    /// <summary>What the command printed, and that its workspace is right.</summary>
    public string Shown { get; }

    /// <summary>All decisions in their order.</summary>
    public IReadOnlyList<(string Id, string Outcome, string Gate)> Decisions { get; }

    /// <summary>A further command in the demo's folder, and what it prints.</summary>
    public string Type(params string[] words) => new Transcript(_folder.Path).Type(words).ToString();

    public void Dispose() => _folder.Dispose();

    private static string? Text(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) ? value.GetString() : null;
}
