using Xunit;
using Xunit.Abstractions;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>Random rules and random events: the engine does what the oracle says, wherever its state is cut.</summary>
public class OracleTests(ITestOutputHelper log)
{
    private const int Cases = 4_000;

    [Fact]
    public void Random_rules_and_events_give_what_the_oracle_says_wherever_the_state_is_cut()
    {
        var kinds = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 1; seed <= Cases; seed++)
        {
            foreach (var line in Play(seed))
            {
                var kind = !line.StartsWith("decision", StringComparison.Ordinal) ? line.Split(' ')[0]
                    : line.Contains(" sent on ", StringComparison.Ordinal) ? "sent"
                    : line[line.IndexOf("refused", StringComparison.Ordinal)..];
                kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            }
        }

        // A generator that no longer reaches a part of the semantics would prove nothing about it.
        log.WriteLine($"{Cases} cases: {string.Join(", ", kinds.Select(k => $"{k.Key} {k.Value}"))}");
        Assert.Equal(
            ["Applied", "Duplicate", "Late", "ended", "fired", "message", "orphaned", "refused by address", "refused by if", "restarted", "sent", "started", "tick"], kinds.Keys);
        Assert.All(kinds.Values, count => Assert.True(count > Cases / 10));
    }

    private static IReadOnlyList<string> Play(int seed)
    {
        var random = new Random(seed);
        var shop = new RandomShop(random);
        var (oracle, whole, cut) = (new NaiveCustomer(shop.Lateness), new EngineTeller(shop, cuts: null), new EngineTeller(shop, cuts: new Random(seed)));
        var script = new List<string>();
        var now = 0;
        void Publish(int version)
        {
            var triggers = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(6)).Distinct().Order().Select(i => NaiveTrigger.Random($"t{i}", random)).ToList();
            var plan = shop.Plan($"{version:x16}", triggers);
            oracle.Publish(plan.Version, triggers);
            whole.Publish(plan);
            cut.Publish(plan);
            script.AddRange(triggers.Select(t => t.ToString()));
        }

        Publish(0);
        var steps = random.Next(10) == 0 ? 200 : 40;
        for (var step = 1; step <= steps; step++)
        {
            now += random.Next(3) == 0 ? random.Next(40) : random.Next(3);
            if (random.Next(60) == 0)
            {
                Publish(step);
            }

            if (random.Next(4) == 0)
            {
                var limit = random.Next(1, 4);
                script.Add($"tick at {now}, at most {limit}");
                oracle.Tick(now, limit);
                whole.Tick(now, limit);
                cut.Tick(now, limit);
            }
            else
            {
                var happened = Event(random, step, now);
                script.Add($"{happened} at {now}");
                oracle.On(happened, now);
                whole.On(happened, now);
                cut.On(happened, now);
            }

            Same(oracle.Story, whole.Story, seed, "the engine", script);
            Same(oracle.Story, cut.Story, seed, "the engine whose state is cut", script);
            Assert.Equal(whole.Blob, cut.Blob);
        }

        return oracle.Story;
    }

    private static NaiveEvent Event(Random random, int step, int now)
    {
        var id = random.Next(8) == 0 ? $"e{random.Next(step)}" : $"e{step}";
        var minute = now - (random.Next(3) == 0 ? random.Next(-10, 90) : random.Next(3));
        return random.Next(6) == 0
            ? new("contact.changed", id, minute, null, Maybe(random), new[] { null, "", "ann@example.org", "a@b.example" }[random.Next(4)])
            : new(random.Next(3) == 0 ? "order.placed" : "cart.updated", id, minute, random.Next(8) == 0 ? null : $"k{random.Next(3)}", Maybe(random), null);
    }

    private static long? Maybe(Random random) => random.Next(8) == 0 ? null : random.Next(12);

    private static void Same(IReadOnlyList<string> expected, IReadOnlyList<string> actual, int seed, string who, List<string> script)
    {
        if (!expected.SequenceEqual(actual))
        {
            Assert.Fail(
                $"Seed {seed}: {who} and the oracle differ.\n{string.Join('\n', script)}\n--- oracle\n{string.Join('\n', expected.TakeLast(20))}\n--- {who}\n{string.Join('\n', actual.TakeLast(20))}");
        }
    }
}
