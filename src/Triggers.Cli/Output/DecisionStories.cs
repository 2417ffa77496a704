using System.Text.Json;
using Triggers.Files.Output;
using Triggers.Runtime.Ports;

namespace Triggers.Cli.Output;

/// <summary>The decisions of a run in words, a story a candidate: see <see cref="DecisionStory"/>.</summary>
internal static class DecisionStories
{
    private const string DefaultZone = "UTC";
    private const string Remedy = "Name a folder that `triggers run --out` has written.";

    /// <summary>The stories that are asked for, in the order in which they began.</summary>
    /// <param name="folder">A folder of results.</param>
    /// <param name="origin">What the run was made of; null: not known.</param>
    /// <param name="message">The beginning of an id; null: any.</param>
    /// <param name="customer">Identifier, its value, or the key; null: any.</param>
    /// <param name="trigger">Name of a trigger; null: any.</param>
    /// <exception cref="OutsideFault">There are no decisions there, or they cannot be read.</exception>
    public static IReadOnlyList<string> Read(string folder, RunOrigin? origin, string? message, string? customer, string? trigger)
    {
        var path = Path.Combine(folder, RunFolder.DecisionsFile);
        var number = 0;
        try
        {
            var candidates = new OrderedDictionary<string, List<JsonElement>>(StringComparer.Ordinal);
            foreach (var line in File.ReadLines(path))
            {
                number++;
                using var json = JsonDocument.Parse(line);
                var decision = json.RootElement;
                if (!Is(decision, message, customer, trigger))
                {
                    continue;
                }

                var id = Known(decision, "id");
                if (!candidates.TryGetValue(id, out var decisions))
                {
                    candidates.Add(id, decisions = []);
                }

                decisions.Add(decision.Clone());
            }

            var story = new DecisionStory(new(origin?.Zone ?? DefaultZone), folder);
            return [.. candidates.Values.Select(story.Tell)];
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            throw new OutsideFault($"The decisions in {path} cannot be read: {broken.Message}", Remedy, inner: broken);
        }
        catch (Exception foreign) when (foreign is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new OutsideFault($"Line {number} of {path} is no decision: {foreign.Message}", Remedy, inner: foreign);
        }
    }

    private static bool Is(JsonElement decision, string? message, string? customer, string? trigger)
    {
        var identifier = Known(decision, "identifier");
        return (message is null || Known(decision, "id").StartsWith(message, StringComparison.Ordinal))
            && (customer is null || identifier == customer || identifier[(identifier.IndexOf(':', StringComparison.Ordinal) + 1)..] == customer || Text(decision, "customer") == customer)
            && (trigger is null || Text(decision, "trigger") == trigger);
    }

    private static string Known(JsonElement decision, string name) => decision.GetProperty(name).GetString() ?? throw new InvalidOperationException($"Its `{name}` is null.");

    private static string? Text(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) ? value.GetString() : null;
}
