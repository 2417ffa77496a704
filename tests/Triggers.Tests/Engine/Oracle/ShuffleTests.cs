using Triggers.Engine;
using Triggers.Tests.Engine.Support;
using Xunit;
using Xunit.Abstractions;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>Events that reach the log in another order, within their lateness, change no trait within its exact range and no segment or stage at the end.</summary>
public class ShuffleTests(ITestOutputHelper log)
{
    private const int Cases = 2_000;

    [Fact]
    public void Shuffling_events_within_their_lateness_changes_no_trait_and_no_segment_at_the_end()
    {
        var scenarios = new RandomScenarios();
        var cases = PropertyCases.Try(Cases, seed => ShuffledEvents.Of(seed, scenarios.UniverseOf(seed)), events => events.Shrink(), EndsTheSame);
        log.WriteLine($"{cases} cases");
    }

    private static void EndsTheSame(ShuffledEvents events)
    {
        var (inOrder, shuffled) = (Play(events, events.InOrder()), Play(events, events.Shuffled()));

        Assert.Equal(events.Rules.Traits.Count, inOrder.Decisions.Count);
        Assert.Equal(inOrder.Decisions, shuffled.Decisions);
        Assert.Equal(EndsIn(inOrder), EndsIn(shuffled));
    }

    private static CustomerStory Play(ShuffledEvents events, IEnumerable<(NaiveEvent Event, long LogTime)> order)
    {
        var teller = new EngineTeller(events.Universe, Shop.Ann, new Random(events.Seed));
        teller.Publish(new CustomerEngine(events.Universe.Plans.Of(events.Rules)));
        foreach (var (happened, logTime) in order)
        {
            teller.On(happened, logTime);
        }

        Assert.DoesNotContain(teller.Story.Fates, fate => fate.StartsWith("Late", StringComparison.Ordinal));
        return teller.Story;
    }

    /// <summary>What the customer came into and did not leave again.</summary>
    private static SortedSet<string> EndsIn(CustomerStory story)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var words in story.Memberships.Select(line => line.Split(' ')))
        {
            var name = $"{words[1]} {words[2]}";
            _ = words[0] == "entered" ? names.Add(name) : names.Remove(name);
        }

        return names;
    }
}
