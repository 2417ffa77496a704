using Triggers.Engine.Index;
using Triggers.Language.Evaluation;
using Triggers.Language.Evaluation.Predicates;
using Triggers.Model.Events;
using Triggers.Model.Values;
using Triggers.Tests.Engine.Support;
using Xunit;
using Xunit.Abstractions;

namespace Triggers.Tests.Engine.Rules.Index;

/// <summary>The index finds what evaluating every condition finds.</summary>
public sealed class EventIndexTests(ITestOutputHelper log)
{
    private const int Cases = 400;
    private const int EventsOfCase = 60;

    private readonly EvaluationFrame _frame = Frame();
    private readonly SubscriptionHits _hits = new();
    private int _whole;
    private int _partly;
    private int _unranked;

    [Fact]
    public void Random_conditions_hit_exactly_where_evaluation_says()
    {
        for (var seed = 1; seed <= Cases; seed++)
        {
            var random = new Random(seed);
            var conditions = new RandomConditions(random);
            var known = Enumerable.Range(0, random.Next(1, 30)).Select(_ => conditions.Condition()).ToList();
            Compare(random, conditions, [.. Enumerable.Range(0, random.Next(80)).Select(_ => Subscribe(random, known[random.Next(known.Count)]))], $"seed {seed}");
        }

        log.WriteLine($"{Cases} sets: {_whole} hits decided, {_partly} to evaluate, {_unranked} of them with a predicate that has no rank");
        Assert.True(_whole > 10_000 && _partly > 1_000 && _unranked > 100);
    }

    [Theory]
    [InlineData("nothing is asked", "")]
    [InlineData("all ask the same", "event.text == 'a'")]
    [InlineData("all thresholds are equal", "event.count > 1")]
    [InlineData("all thresholds are equal in one bucket", "event.text == 'a' && event.value >= 12.1")]
    [InlineData("nothing can be indexed", "customer.orders > 2 || event.count == 3")]
    [InlineData("only differences are asked", "event.text != 'a' && event.count != 3")]
    [InlineData("nothing can be true", "event.text in [] && event.count > 1")]
    [InlineData("two bounds", "event.count >= 1 && event.count < 7")]
    [InlineData("equal and more than equal", "event.count == 3 && event.count in [3, 7] && event.count > 2 && event.count != 7")]
    [InlineData("opposites", "event.flag && !event.flag")]
    public void Adversarial_sets_hit_exactly_where_evaluation_says(string name, string condition)
    {
        var random = new Random(1);
        var same = new Subscription(RandomConditions.Type, condition.Length == 0 ? null : Compile(RandomConditions.Type, condition));
        Compare(random, new(random), [.. Enumerable.Repeat(same, 300)], name);
    }

    [Fact]
    public void More_predicates_than_one_word_has_bits_are_told_apart()
    {
        var random = new Random(2);
        var subscriptions = Enumerable.Range(0, 400)
            .Select(i => Compile(RandomConditions.Type, $"event.text == 'a' && event.count != {i % 200} && event.place != 'p{i}' && event.mood < {i % 7}.5 && event.mood >= -{i % 5}.5"))
            .Select(where => new Subscription(RandomConditions.Type, where));
        Compare(random, new(random), [.. subscriptions], "400 masks");
    }

    [Fact]
    public void Hits_come_in_the_order_of_the_list_whatever_their_thresholds()
    {
        List<Subscription> subscriptions = [.. Enumerable.Range(0, 100).Select(i => new Subscription(
            RandomConditions.Type, Compile(RandomConditions.Type, $"event.count {(i % 2 == 0 ? ">" : "<")} {(i % 2 == 0 ? 100 - i : 200 + i)}")))];
        new EventIndex(subscriptions).Match(Event(RandomConditions.Type, ("count", Value.Of(150))), _hits);

        Assert.Equal(Enumerable.Range(0, 100), Enumerable.Range(0, _hits.Count).Select(i => _hits[i].Ordinal));
        Assert.Throws<ArgumentOutOfRangeException>(() => _hits[100]);
    }

    [Fact]
    public void Each_hit_says_whether_its_condition_must_be_evaluated()
    {
        var index = new EventIndex(
        [
            new(RandomConditions.Type, null),
            new(RandomConditions.Type, Compile(RandomConditions.Type, "event.count == 3")),
            new(RandomConditions.Type, Compile(RandomConditions.Type, "event.count == 3 && customer.orders > 1")),
            new(RandomConditions.Type, Compile(RandomConditions.Type, "event.count == 4 && customer.orders > 1")),
            new(RandomConditions.Other, null),
            new(RandomConditions.Type, Compile(RandomConditions.Type, "event.count == 3 && event.value > 0.1234567")),
        ]);

        index.Match(Event(RandomConditions.Type, ("count", Value.Of(3))), _hits);

        Assert.Equal([new(0, false), new(1, false), new(2, true), new(5, true)], Hits());
    }

    [Fact]
    public void The_index_tells_which_types_and_fields_it_knows_and_what_it_cannot_narrow()
    {
        var index = new EventIndex(
        [
            new(RandomConditions.Other, Compile(RandomConditions.Other, "event.count == 3 && event.text != 'a'")),
            new(RandomConditions.Other, Compile(RandomConditions.Other, "event.count != 3 && customer.orders > 1")),
            new(RandomConditions.Other, Compile(RandomConditions.Other, "event.mood > 0.5")),
            new(RandomConditions.Other, null),
            new(RandomConditions.Other, Compile(RandomConditions.Other, "event.value > 1 && event.text in []")),
        ]);

        Assert.Equal([false, false, true, false], Enumerable.Range(0, 4).Select(index.Names));
        Assert.Equal([0, 0, 2, 0], Enumerable.Range(0, 4).Select(index.ResidualCount));
        Assert.Equal(["view.text", "view.count", "view.mood", "view.value"], index.Fields.Select(read => $"{read.Type.Name}.{read.Field.Name}"));
    }

    [Fact]
    public void An_index_of_nothing_hits_nothing()
    {
        var index = new EventIndex([]);
        index.Match(Event(RandomConditions.Type), _hits);

        Assert.Equal(0, _hits.Count);
        Assert.Empty(index.Fields);
    }

    [Fact]
    public void Matching_allocates_nothing()
    {
        var random = new Random(3);
        var conditions = new RandomConditions(random);
        var index = new EventIndex([.. Enumerable.Range(0, 500).Select(_ => Subscribe(random, conditions.Condition()))]);
        CustomerEvent[] events = [.. Enumerable.Range(0, 200).Select(_ => conditions.Event(RandomConditions.Type))];
        var found = MatchAll(index, events, _hits);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var again = MatchAll(index, events, _hits);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(found, again);
        Assert.True(found > 1_000);
    }

    [Fact]
    public void One_index_serves_many_threads()
    {
        var random = new Random(4);
        var conditions = new RandomConditions(random);
        var index = new EventIndex([.. Enumerable.Range(0, 300).Select(_ => Subscribe(random, conditions.Condition()))]);
        CustomerEvent[] events = [.. Enumerable.Range(0, 2_000).Select(_ => conditions.Event(RandomConditions.Type))];
        var found = new int[4];
        Parallel.For(0, found.Length, thread => found[thread] = MatchAll(index, events, new()));

        Assert.Equal(Enumerable.Repeat(MatchAll(index, events, _hits), found.Length), found);
    }

    private static int MatchAll(EventIndex index, CustomerEvent[] events, SubscriptionHits hits)
    {
        var found = 0;
        foreach (var candidate in events)
        {
            index.Match(candidate, hits);
            found += hits.Count;
        }

        return found;
    }

    private void Compare(Random random, RandomConditions conditions, Subscription[] subscriptions, string name)
    {
        var index = new EventIndex(subscriptions);
        for (var i = 0; i < EventsOfCase; i++)
        {
            var candidate = conditions.Event(random.Next(3) == 0 ? RandomConditions.Other : RandomConditions.Type);
            _frame[EvaluationFrame.Event] = Value.Of(candidate);
            index.Match(candidate, _hits);
            var hits = Hits().ToDictionary(hit => hit.Ordinal, hit => hit.MustEvaluate);
            Assert.Equal(hits.Keys.Order(), hits.Keys);
            for (var ordinal = 0; ordinal < subscriptions.Length; ordinal++)
            {
                var (type, where) = subscriptions[ordinal];
                var isTrue = type == candidate.EventType && (where is null || where.Evaluate(_frame).IsTrue);
                var isHit = hits.TryGetValue(ordinal, out var mustEvaluate);
                if (isTrue ? !isHit : isHit && (!mustEvaluate || Refuted(where!.ToConjunction(), candidate)))
                {
                    Assert.Fail($"{name}: {where?.Source} of {candidate} is {isTrue}, and the index says {(isHit ? $"hit, {(mustEvaluate ? "to be evaluated" : "decided")}" : "none")}.");
                }

                _whole += isHit && !mustEvaluate ? 1 : 0;
                _partly += isHit && mustEvaluate ? 1 : 0;
                _unranked += isHit && mustEvaluate && where!.ToConjunction().IsWhole ? 1 : 0;
            }
        }
    }

    /// <summary>Whether a predicate with a rank does not hold, by evaluating it alone.</summary>
    private bool Refuted(EventConjunction conjunction, CustomerEvent candidate) =>
        conjunction.Predicates.Any(predicate => Ranks.Has(predicate) && !Ranks.Condition(predicate, candidate.EventType).Evaluate(_frame).IsTrue);

    private IEnumerable<SubscriptionHit> Hits() => Enumerable.Range(0, _hits.Count).Select(i => _hits[i]);

    private static Subscription Subscribe(Random random, string? condition)
    {
        var type = random.Next(4) == 0 ? RandomConditions.Other : RandomConditions.Type;
        return new(type, condition is null ? null : Compile(type, condition));
    }

    private static CompiledExpression Compile(EventType type, string condition) => Cel.Of(type, RandomConditions.Customer, condition);

    private static CustomerEvent Event(EventType type, params (string Name, Value Value)[] fields)
    {
        var made = new CustomerEvent();
        made.Begin(type, Shop.AnnKey, Shop.Ann, "e1", Shop.At(0));
        foreach (var (name, value) in fields)
        {
            made.Set(type.Record.Find(name)!.Ordinal, value);
        }

        return made;
    }

    private static EvaluationFrame Frame()
    {
        var frame = new EvaluationFrame();
        frame[EvaluationFrame.Customer] = Value.Of(new ArrayRecord(RandomConditions.Customer, [Value.Of(3)]));
        return frame;
    }
}
