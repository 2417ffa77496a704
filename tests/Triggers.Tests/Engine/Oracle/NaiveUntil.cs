namespace Triggers.Tests.Engine.Oracle;

/// <summary>One random <c>until</c> entry.</summary>
internal sealed record NaiveUntil(string Event, bool Keyed, Condition? Where)
{
    public static NaiveUntil Random(Random random, bool keyed) => new(
        random.Next(3) == 0 ? "cart.updated" : "order.placed", keyed && random.Next(2) == 0, random.Next(2) == 0 ? Condition.Random(random, cartOnly: true) : null);
}
