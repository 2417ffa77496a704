using System.Text.Json;
using Triggers.Engine;
using Triggers.Language.Plan;
using Triggers.Language.Workspaces;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Model.Values;
using Triggers.Tests.Support;

namespace Triggers.Tests.Engine.Patterns;

/// <summary>Runs a vector: its events as those of one customer, a tick at the end of what is observed, and the matches in the words of its engine.</summary>
internal static class PatternShop
{
    private static readonly Identifier Who = new("user", "u");
    private static readonly CustomerKey Key = KeySecret.ForFiles.KeyOf(Who);
    private static readonly string[] Types = ["a", "b", "c", "d", "e", "f", "stream1", "stream2", "stream3"];

    /// <summary>The matches of a trigger that starts as <paramref name="when"/> says.</summary>
    public static IReadOnlyList<string> Run(PatternVector vector, string when)
    {
        var plan = Plan(when);
        var (engine, state, output) = (new CustomerEngine(plan), new Triggers.Engine.State.CustomerState(Key), new StepOutput());
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (json, place) in vector.Json.GetProperty("events").EnumerateArray().Select((e, i) => (e, i)))
        {
            var happened = Event(plan, json, place, labels);
            engine.Step(state, new(happened, happened.Time, 0), output);
        }

        if (vector.Json.TryGetProperty("observe_until_ms", out var until))
        {
            engine.Step(state, new(null, new(until.GetInt64()), int.MaxValue), output);
        }

        return [.. output.Decisions.Select(d => Words(vector, d.CauseEventId, d.LaterEventIds, d.DueAt, labels)).Order(StringComparer.Ordinal)];
    }

    /// <summary>What the vector expects, in the same words.</summary>
    public static IReadOnlyList<string> Expected(PatternVector vector) => [.. vector.Json.GetProperty("expected").EnumerateArray().Select(Words).Order(StringComparer.Ordinal)];

    private static string Words(JsonElement expected) => expected.ValueKind switch
    {
        JsonValueKind.Array => string.Join(' ', expected.EnumerateArray().Select(e => e.GetString())),
        JsonValueKind.Object => $"at {expected.GetProperty("alert_at_ms").GetInt64()}",
        _ => expected.GetString()!,
    };

    private static string Words(PatternVector vector, string cause, IReadOnlyList<string> later, Timestamp due, Dictionary<string, string> labels) =>
        vector.Id == "esper-PatternEveryAndNot" ? $"at {due.UnixMilliseconds}" : string.Join(' ', later.Prepend(cause).Select(id => labels[id]));

    private static CustomerEvent Event(WorkspacePlan plan, JsonElement json, int place, Dictionary<string, string> labels)
    {
        // Labels are a type's letter and a number; an event without its own time comes a minute after the one before.
        var (type, label, time, price) = json.ValueKind switch
        {
            JsonValueKind.String => (Letter(json.GetString()!), json.GetString()!, (place + 1) * 60_000L, 0.0),
            JsonValueKind.Array => (Letter(json[0].GetString()!), json[0].GetString()!, json[1].GetInt64(), 0.0),
            _ when json.TryGetProperty("stream", out var stream) => (
                stream.GetString()!.ToLowerInvariant(), json.GetProperty("symbol").GetString()!, json.GetProperty("t_ms").GetInt64(), json.GetProperty("price").GetDouble()),
            _ => ("e", $"E{place}", json.GetProperty("t_ms").GetInt64(), 0.0),
        };
        var id = $"{place}";
        labels.Add(id, label);
        var declared = plan.Catalogue.Find(type)!;
        var made = new CustomerEvent();
        made.Begin(declared, Key, Who, id, new(time));
        made.Set(declared.Record.Find("price")!.Ordinal, Value.Of(price));
        return made;
    }

    private static string Letter(string label) => label[..1].ToLowerInvariant();

    private static WorkspacePlan Plan(string when) => Workspaces.Text(
        $"""
        === workspace.yaml
        name: patterns
        zone: Etc/UTC
        currency: EUR
        === events.yaml
        events:
        {string.Join('\n', Types.Select(type => $"  {type}: {{ from: patterns, fields: {{ price: double }} }}"))}
        === channels.yaml
        channels:
          push: {"{"} address: customer.id {"}"}
        === offers/any.yaml
        offer: any
        label: Any
        === triggers/pattern.yaml
        trigger: pattern
        when: {when}
        send: {"{"} purpose: offer, offer: any, channels: [push] {"}"}
        """).Plan();
}
