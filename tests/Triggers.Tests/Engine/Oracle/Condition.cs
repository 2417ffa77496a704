namespace Triggers.Tests.Engine.Oracle;

/// <summary>One condition twice: as rule text, and as a plain function that knows nothing of the language. A fact that is missing is null.</summary>
/// <param name="Text">In CEL.</param>
/// <param name="Holds">Event fields and customer's points → true, or anything else.</param>
/// <param name="Reads">The event fields that it reads.</param>
internal sealed record Condition(string Text, Func<NaiveEvent, long?, bool> Holds, params string[] Reads)
{
    public static Condition Random(Random random, bool cartOnly = false)
    {
        var (limit, points) = (random.Next(1, 10), random.Next(1, 10));
        return random.Next(cartOnly ? 4 : 7) switch
        {
            0 => new($"event.value >= {limit}", (e, _) => e.Value >= limit, "value"),
            1 => new($"event.value < {limit}", (e, _) => e.Value < limit, "value"),
            2 => new($"has(event.cart) && event.cart != \"k{limit % 3}\"", (e, _) => e.Cart is not null && e.Cart != $"k{limit % 3}", "cart"),
            3 => new($"event.value % {limit} == 0 || event.id.endsWith(\"3\")", (e, _) => e.Value % limit == 0 || e.Id.EndsWith('3'), "value"),
            4 => new($"customer.points >= {points}", (_, p) => p >= points),
            5 => new($"event.value >= {limit} && customer.points < {points}", (e, p) => e.Value >= limit && p < points, "value"),
            _ => new("!has(customer.points)", (_, p) => p is null),
        };
    }
}
