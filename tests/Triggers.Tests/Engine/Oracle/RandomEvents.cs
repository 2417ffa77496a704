namespace Triggers.Tests.Engine.Oracle;

/// <summary>Random events. Their time is relative to the log time.</summary>
internal static class RandomEvents
{
    public static NaiveEvent Of(Random random, int number)
    {
        var id = random.Next(10) == 0 ? $"e{random.Next(number)}" : $"e{number}";
        var ago = random.Next(4) == 0 ? (random.Next(-10, 90) * Clock.Minute) + random.Next(-1, 2) : random.Next(3) == 0 ? Clock.Minute : 0;
        return With(random, Universe.RandomType(random), id, -ago);
    }

    /// <summary>An event with random fields.</summary>
    public static NaiveEvent With(Random random, string type, string id, long time) => new(
        type,
        id,
        time,
        random.Next(6) == 0 ? null : $"k{random.Next(3)}",
        random.Next(6) == 0 ? null : random.Next(12),
        random.Next(3) == 0 ? null : random.Next(0, 2_000) / (random.Next(2) == 0 ? 10m : 100m),
        random.Next(3) == 0 ? null : random.Next(30) == 0 ? 2e18 : random.Next(100) / 8.0,
        random.Next(3) == 0 ? null : [.. Enumerable.Range(0, random.Next(3)).Select(_ => new NaiveItem($"s{random.Next(4)}", random.Next(1, 4)))]);
}
