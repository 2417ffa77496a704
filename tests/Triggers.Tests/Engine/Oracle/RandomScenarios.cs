namespace Triggers.Tests.Engine.Oracle;

/// <summary>Makes scenarios from seeds. Seeds that lie beside each other share a universe.</summary>
internal sealed class RandomScenarios
{
    private const int SeedsInUniverse = 256;

    private Universe? _universe;
    private int _number = -1;

    public Scenario Of(int seed) => Of(seed, UniverseOf(seed));

    /// <summary>The universe of a seed.</summary>
    public Universe UniverseOf(int seed)
    {
        if (_number != seed / SeedsInUniverse)
        {
            _number = seed / SeedsInUniverse;
            _universe = Universe.Of(_number);
        }

        return _universe!;
    }

    private static Scenario Of(int seed, Universe universe)
    {
        var random = new Random(seed);
        var rules = new RandomRules(universe, random);
        var acts = new List<Act> { new(0, null) { Rules = rules.First() } };
        var count = random.Next(10) == 0 ? 45 : random.Next(15, 32);
        for (var number = 1; number <= count; number++)
        {
            var act = new Act(Delta(random), random.Next(4) == 0 ? random.Next(-1, 2) : null);
            acts.Add(random.Next(30) switch
            {
                0 => act with { Rules = rules.Next(number), AtDeadline = null },
                < 7 => act with { Limit = random.Next(3) == 0 ? int.MaxValue : random.Next(1, 4) },
                _ => act with { Event = RandomEvents.Of(random, number) },
            });
        }

        return new(seed, universe, acts);
    }

    private static long Delta(Random random) => random.Next(40) switch
    {
        0 => Clock.Day * random.Next(1, 100),
        < 8 => random.Next(70) * Clock.Minute,
        < 12 => random.Next(3),
        _ => random.Next(6) * Clock.Minute,
    };
}
