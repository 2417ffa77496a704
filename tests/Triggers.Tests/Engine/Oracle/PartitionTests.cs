using Triggers.Model.Customers;
using Triggers.Runtime.Rulesets;
using Triggers.Runtime.Scenarios;
using Xunit;
using Xunit.Abstractions;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>Several customers of a partition: folding records, and running over files, do what an oracle for each customer says, wherever batches are cut.</summary>
public class PartitionTests(ITestOutputHelper log)
{
    private const int Cases = 1_500;

    private static readonly Identifier[] Customers = [new("user", "ann"), new("user", "bob"), new("mail", "eve@example.org")];

    [Fact]
    public void Several_customers_get_what_the_oracle_says_wherever_batches_are_cut_and_rolled_back()
    {
        var scenarios = new RandomScenarios();
        var cases = PropertyCases.Try(Cases, scenarios.Of, scenario => scenario.Shrink(), Fold);
        log.WriteLine($"{cases} cases");
    }

    [Fact]
    public void A_run_over_files_gives_what_the_oracle_says()
    {
        var scenarios = new RandomScenarios();
        var cases = PropertyCases.Try(Cases, scenarios.Of, scenario => scenario.Shrink(), Run);
        log.WriteLine($"{cases} cases");
    }

    private static void Fold(Scenario scenario)
    {
        var oracle = new NaivePartition(scenario.Universe.Lateness);
        var whole = new PartitionTeller(scenario.Universe, cuts: null);
        var cut = new PartitionTeller(scenario.Universe, new Random(scenario.Seed));
        var now = Clock.Ten;
        foreach (var act in scenario.Acts)
        {
            now = act.At(now, oracle.NextDeadline);
            if (act.Rules is not null)
            {
                oracle.Publish(act.Rules);
                whole.Publish(new Ruleset(scenario.Universe.Plans.Of(act.Rules)));
                cut.Publish(new Ruleset(scenario.Universe.Plans.Of(act.Rules)));
            }
            else if (act.Event is not null)
            {
                var happened = act.Event with { Time = now + act.Event.Time };
                oracle.On(CustomerOf(happened), happened, now);
                whole.On(CustomerOf(happened), happened, now);
                cut.On(CustomerOf(happened), happened, now);
            }
            else
            {
                oracle.Tick(now);
                whole.Tick(now);
                cut.Tick(now);
            }
        }

        Assert.Equal(whole.Blobs(), cut.Blobs());
        foreach (var (customer, story) in oracle.Stories)
        {
            Same(story, whole.StoryOf(customer), $"the fold of {customer}");
            Same(story, cut.StoryOf(customer), $"the fold of {customer} in batches");
        }
    }

    private static void Run(Scenario scenario)
    {
        var rules = scenario.Acts[0].Rules!;
        var events = EventsOf(scenario);
        var oracle = new NaivePartition(scenario.Universe.Lateness);
        oracle.Publish(rules);
        foreach (var (customer, happened) in events)
        {
            var logTime = Math.Max(oracle.Clock, happened.Time);
            oracle.TickUpTo(logTime);
            oracle.On(customer, happened, logTime);
        }

        oracle.TickUpTo(long.MaxValue);

        using var feed = new ScenarioFeed(scenario.Universe, events);
        new FileRun(scenario.Universe.Plans.Of(rules), RunUntil.End, feed).Execute(feed, TimeProvider.System);

        foreach (var (customer, story) in oracle.Stories)
        {
            // A run hands out decisions and runs; segments it only counts.
            var told = feed.Stories.GetValueOrDefault(customer) ?? new();
            told.Memberships.Clear();
            told.Memberships.AddRange(story.Memberships);
            Same(story, told, $"the run for {customer}");
        }
    }

    private static List<(Identifier Customer, NaiveEvent Event)> EventsOf(Scenario scenario)
    {
        var now = Clock.Ten;
        var events = new List<(Identifier, NaiveEvent)>();
        foreach (var act in scenario.Acts)
        {
            now += act.Delta;
            if (act.Event is not null)
            {
                var happened = act.Event with { Time = now + act.Event.Time };
                events.Add((CustomerOf(happened), happened));
            }
        }

        return events;
    }

    /// <summary>Events with one id are of one customer.</summary>
    private static Identifier CustomerOf(NaiveEvent happened) => Customers[happened.Id[^1] % Customers.Length];

    private static void Same(CustomerStory expected, CustomerStory told, string who)
    {
        told.Fates.Clear();
        told.Fates.AddRange(expected.Fates);
        if (expected.Difference(told) is { } difference)
        {
            Assert.Fail($"{who} and the oracle differ.\n{difference}");
        }
    }
}
