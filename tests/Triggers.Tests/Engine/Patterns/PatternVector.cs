using System.Text.Json;

namespace Triggers.Tests.Engine.Patterns;

/// <summary>One vector of the event-pattern suite: facts from the tests and manuals of other engines.</summary>
/// <param name="Id">For instance <c>siddhi-absent1</c>.</param>
/// <param name="Pattern">As its engine writes it.</param>
/// <param name="Json">Events, expectation and what else the vector says.</param>
internal sealed record PatternVector(string Id, string Pattern, JsonElement Json)
{
    /// <summary>Every vector of a suite file.</summary>
    public static IReadOnlyList<PatternVector> Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.GetProperty("vectors").EnumerateArray()
            .Select(v => new PatternVector(v.GetProperty("id").GetString()!, v.GetProperty("pattern").GetString()!, v.Clone()))];
    }
}
