namespace Triggers.Tests.Engine.Oracle;

/// <summary>Random conditions over an event, and over an event and those of earlier steps.</summary>
internal static class EventConditions
{
    public static Condition Random(Random random)
    {
        var (n, cart) = (random.Next(10), "k" + random.Next(3));
        return random.Next(17) switch
        {
            16 => Asked($"event.time < timestamp(\"2026-01-01T1{n}:00:00Z\")", e => e.Time < Clock.Ten + (n * 60 * Clock.Minute), "time"),
            0 or 1 => Told($"event.value >= {n}", e => e.Value >= n, "value"),
            2 => Told($"event.value < {n}", e => e.Value < n, "value"),
            3 => Told($"event.value != {n}", e => e.Value is { } value && value != n, "value"),
            4 => Told($"event.cart == \"{cart}\"", e => e.Cart == cart, "cart"),
            5 => Told($"event.cart != \"{cart}\"", e => e.Cart is not null && e.Cart != cart, "cart"),
            6 => Told("has(event.price)", e => e.Price is not null, "price"),
            7 => Told($"event.price >= {n}.5", e => e.Price >= n + 0.5m, "price"),
            8 => Told($"event.score < {n}.25", e => e.Score < n + 0.25, "score"),
            9 => Told($"event.cart in [\"k0\", \"{cart}\"]", e => e.Cart == "k0" || e.Cart == cart, "cart"),
            10 => Told($"has(event.value) && event.value > {n}", e => e.Value > n, "value"),
            11 => Asked($"event.value % {n + 1} == 0 || event.id.endsWith(\"3\")", e => e.Value % (n + 1) == 0 || e.Id.EndsWith('3'), "value"),
            12 => Asked("!has(event.cart)", e => e.Cart is null, "cart"),
            13 => Asked("size(event.items) > 1", e => e.Items?.Count > 1, "items"),
            14 => Asked($"event.items.exists(i, i.sku == \"s{n % 4}\")", e => e.Items?.Any(i => i.Sku == $"s{n % 4}") == true, "items"),
            _ => Asked($"event.value + 2 > {n}", e => e.Value + 2 > n, "value"),
        };
    }

    /// <summary>Compares the event with that of an earlier step.</summary>
    public static Condition WithStep(Random random, string step) => random.Next(4) switch
    {
        0 => OfStep($"event.cart == {step}.cart", step, (e, s) => e.Cart is not null && e.Cart == s.Cart, "cart"),
        1 => OfStep($"event.value > {step}.value", step, (e, s) => e.Value > s.Value, "value"),
        2 => OfStep($"event.price != {step}.price", step, (e, s) => e.Price is not null && s.Price is not null && e.Price != s.Price, "price"),
        _ => OfStep($"{step}.value >= 3", step, (_, s) => s.Value >= 3),
    };

    private static Condition Told(string text, Func<NaiveEvent, bool> holds, string reads) => new(text, scene => holds(scene.Event!)) { Alone = holds, Reads = [reads] };

    private static Condition Asked(string text, Func<NaiveEvent, bool> holds, string reads) => new(text, scene => holds(scene.Event!)) { Reads = [reads] };

    private static Condition OfStep(string text, string step, Func<NaiveEvent, NaiveEvent, bool> holds, params string[] reads) =>
        new(text, scene => scene.Steps.TryGetValue(step, out var earlier) && holds(scene.Event!, earlier)) { Reads = reads };
}
