using System.Text;
using System.Text.Json;
using Triggers.Files.Output;
using Triggers.Runtime.Ports;

namespace Triggers.Cli.Output;

/// <summary>The decisions of a run in words: who, what, when, and what each gate saw.</summary>
internal static class DecisionStories
{
    private const int GateWidth = 13;
    private const int ResultWidth = 12;

    /// <summary>The stories of the decisions that are asked for, in the order in which they were made.</summary>
    /// <param name="folder">A folder of results.</param>
    /// <param name="message">The beginning of an id; null: any.</param>
    /// <param name="customer">Identifier, its value, or the key; null: any.</param>
    /// <param name="trigger">Name of a trigger; null: any.</param>
    /// <exception cref="OutsideFault">There are no decisions there, or they cannot be read.</exception>
    public static IReadOnlyList<string> Read(string folder, string? message, string? customer, string? trigger)
    {
        var path = Path.Combine(folder, RunFolder.DecisionsFile);
        try
        {
            var stories = new List<string>();
            foreach (var line in File.ReadLines(path))
            {
                using var json = JsonDocument.Parse(line);
                var decision = json.RootElement;
                if (Is(decision, message, customer, trigger))
                {
                    stories.Add(Tell(decision));
                }
            }

            return stories;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new OutsideFault($"The decisions in {path} cannot be read: {broken.Message}", "Name a folder that `triggers run --out` has written.", inner: broken);
        }
    }

    private static bool Is(JsonElement decision, string? message, string? customer, string? trigger)
    {
        var identifier = Text(decision, "identifier")!;
        return (message is null || Text(decision, "id")!.StartsWith(message, StringComparison.Ordinal))
            && (customer is null || identifier == customer || identifier[(identifier.IndexOf(':', StringComparison.Ordinal) + 1)..] == customer || Text(decision, "customer") == customer)
            && (trigger is null || Text(decision, "trigger") == trigger);
    }

    private static string Tell(JsonElement decision)
    {
        var text = new StringBuilder();
        var key = Text(decision, "key") is { } found ? $", {found}" : "";
        text.Append($"{Text(decision, "decidedAt")}  {Text(decision, "trigger")} for {Text(decision, "identifier")}{key}: {Verdict(decision)}\n");
        if (Text(decision, "reason") is { } reason)
        {
            text.Append($"  {reason}\n");
        }

        text.Append($"  It began with {Text(decision, "cause")} at {Text(decision, "startedAt")} and was due at {Text(decision, "dueAt")}.\n");
        foreach (var gate in Items(decision, "gates"))
        {
            var channel = Text(gate, "channel") is { } on ? $"{on}  " : "";
            var input = Text(gate, "input") is { } saw ? $"saw {saw}  " : "";
            var limit = Text(gate, "limit") is { } against ? $"against {against}" : "";
            text.Append($"  {Text(gate, "gate")!.PadRight(GateWidth)} {Text(gate, "result")!.PadRight(ResultWidth)} {channel}{input}{limit}".TrimEnd()).Append('\n');
        }

        foreach (var place in Items(decision, "reserved"))
        {
            text.Append($"  takes a place of {Text(place, "of")} {Text(place, "name")}{(Text(place, "at") is { } at ? $" at {at}" : "")}\n");
        }

        if (Text(decision, "winner") is { } winner)
        {
            text.Append($"  The winner: triggers explain … --message {winner}\n");
        }

        return text.Append($"  id {Text(decision, "id")}, rules {Text(decision, "rules")}\n").ToString();
    }

    private static string Verdict(JsonElement decision) => Text(decision, "outcome") switch
    {
        "sent" => $"sent{(Text(decision, "offer") is { } offer ? $" {offer}" : "")} on {Text(decision, "channel")}",
        "held" => $"held by {Text(decision, "gate")}{(Text(decision, "wakeAt") is { } wake ? $" until {wake}" : " until the customer's next event")}",
        _ => $"refused by {Text(decision, "gate")}",
    };

    private static JsonElement.ArrayEnumerator Items(JsonElement owner, string name) => owner.TryGetProperty(name, out var items) ? items.EnumerateArray() : default;

    private static string? Text(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) ? value.GetString() : null;
}
