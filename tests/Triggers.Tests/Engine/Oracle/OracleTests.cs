using Triggers.Engine;
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
