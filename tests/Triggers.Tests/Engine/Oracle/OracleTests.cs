using Triggers.Engine;
using Triggers.Language.Plan;
using Triggers.Model.Customers;
using Triggers.Tests.Engine.Support;
using Triggers.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>Random rules, events, lateness and versions: the engine does what the oracle says, wherever its state is cut.</summary>
public class OracleTests(ITestOutputHelper log)
{
    /// <summary>A generator that no longer reaches a part of the semantics would prove nothing about it: each of these comes at least once in so many cases.</summary>
    private const int CasesAKind = 1_000;

    private const int Crowds = 2;

    [Fact]
    public void Random_rules_and_events_give_what_the_oracle_says_wherever_the_state_is_cut()
    {
        var scenarios = new RandomScenarios();
        var reached = new StoryKinds();

        var cases = PropertyCases.Try(PropertyCases.Usual, scenarios.Of, scenario => scenario.Shrink(), scenario => reached.Count(scenario, Play(scenario)));

        log.WriteLine($"{cases} cases: {reached}");
        ResultFile.Write("property-cases.json", new { cases, kinds = reached.Kinds });
        Assert.Empty(reached.Missing(cases / CasesAKind));
    }

    [Fact]
    public void A_customer_with_as_many_runs_as_may_be_begins_no_other_and_none_stays_beside_another()
    {
        for (var seed = 0; seed < Crowds; seed++)
        {
            var story = Play(Crowd(seed));

            Assert.Contains(story.Runs, line => line.StartsWith("crowded crowd", StringComparison.Ordinal));
            Assert.Contains(story.Runs, line => line.StartsWith("crowded chain", StringComparison.Ordinal));
        }
    }

    /// <summary>Fills a customer with runs that wait for weeks and runs of which each event makes another, empties them once, and fills them again.</summary>
    private static Scenario Crowd(int seed)
    {
        var (universe, random) = (Universe.Of(seed), new Random(seed));
        var (many, few, end) = (universe.Types[0].Name, universe.Types[1].Name, universe.Types[2].Name);
        NaiveTrigger[] triggers =
        [
            new("crowd") { Steps = [new(StepKind.Event, many, null)], Repeat = RepeatPolicy.Parallel, Wait = 30 * Clock.Day, Until = [new(end, null, null)] },
            new("chain") { Steps = [new(StepKind.Event, few, null), new(StepKind.Event, many, null) { IsEach = true }, new(StepKind.Event, end, null)], Repeat = RepeatPolicy.Parallel },
            new("at-once") { Steps = [new(StepKind.Event, few, null)] },
        ];
        List<Act> acts = [new(0, null) { Rules = new(new string('0', 16), [universe.Email], [], triggers) }];
        for (var number = 1; number <= 1_600; number++)
        {
            var type = number == 900 ? end : random.Next(8) == 0 ? few : many;
            acts.Add(new(random.Next(3) * Clock.Minute, null) { Event = RandomEvents.With(random, type, $"e{number}", 0) });
        }

        return new(seed, universe, acts);
    }

    private static CustomerStory Play(Scenario scenario)
    {
        var oracle = new NaiveCustomer(Shop.Ann.Value, KeySecret.ForFiles.KeyOf(Shop.Ann).ToString(), scenario.Universe.Lateness);
        var whole = new EngineTeller(scenario.Universe, Shop.Ann, cuts: null);
        var cut = new EngineTeller(scenario.Universe, Shop.Ann, cuts: new Random(scenario.Seed));
        var now = Clock.Ten;
        foreach (var act in scenario.Acts)
        {
            now = act.At(now, oracle.NextDeadline);
            Do(act, now, oracle, whole, cut, scenario.Universe);
        }

        Same(oracle.Story, whole.Story, "the engine");
        Same(oracle.Story, cut.Story, "the engine whose state is cut");
        Assert.Equal(whole.Blob, cut.Blob);
        return oracle.Story;
    }

    private static void Do(Act act, long now, NaiveCustomer oracle, EngineTeller whole, EngineTeller cut, Universe universe)
    {
        if (act.Rules is { } rules)
        {
            // One engine serves both, as it serves all customers of a partition.
            var engine = new CustomerEngine(universe.Plans.Of(rules));
            oracle.Publish(rules);
            whole.Publish(engine);
            cut.Publish(engine);
        }
        else if (act.Event is { } source)
        {
            var happened = source with { Time = now + source.Time };
            oracle.On(happened, now);
            whole.On(happened, now);
            cut.On(happened, now);
        }
        else
        {
            oracle.Tick(now, act.Limit);
            whole.Tick(now, act.Limit);
            cut.Tick(now, act.Limit);
        }
    }

    private static void Same(CustomerStory expected, CustomerStory told, string who)
    {
        if (expected.Difference(told) is { } difference)
        {
            Assert.Fail($"{who} and the oracle differ.\n{difference}");
        }
    }
}
