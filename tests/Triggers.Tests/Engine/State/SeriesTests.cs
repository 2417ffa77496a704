using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model;
using Xunit;

namespace Triggers.Tests.Engine.State;

public class SeriesTests
{
    [Fact]
    public void Buckets_stay_in_order_of_time_from_the_first_one_on()
    {
        var series = Of(30, 10, 20, 20, 5);

        Assert.Equal([5L, 10, 20, 20, 30], Times(series));
    }

    [Fact]
    public void Buckets_go_by_position_and_by_time()
    {
        var series = Of(10, 20, 30, 40);
        series.RemoveAt(1);
        Assert.Equal([10L, 30, 40], Times(series));

        series.RemoveUntil(30);
        Assert.Equal([40L], Times(series));

        series.RemoveAt(0);
        Assert.Empty(Times(series));
    }

    [Fact]
    public void A_series_that_begins_anew_keeps_nothing_of_what_it_had()
    {
        var series = Of(10, 20, 30);
        series.Begin(StableId.Of("other"), TraitKind.Sum, isKeyed: false, default);
        series.Insert(new() { Time = 7 });

        Assert.Equal([7L], Times(series));
        Assert.Equal((StableId.Of("other"), TraitKind.Sum, default(HeapRange)), (series.Trait, series.Kind, series.Unit));
    }

    [Fact]
    public void Series_are_found_by_trait_whatever_came_and_went_before()
    {
        var set = new SeriesSet(new());
        var traits = Enumerable.Range(0, 20).Select(number => StableId.Of($"trait {number}")).ToArray();
        foreach (var trait in traits)
        {
            set.GetOrAdd(trait, TraitKind.Count, isKeyed: false, default);
        }

        foreach (var trait in traits[..10])
        {
            set.RemoveAt(set.FirstOf(trait));
        }

        Assert.Equal(traits[10..].Select(trait => trait.Value).Order(), Enumerable.Range(0, set.Count).Select(place => set[place].Trait.Value));
        Assert.All(traits[..10], trait => Assert.Null(set.Find(trait, TraitKind.Count)));
        Assert.All(traits[10..], trait => Assert.Equal(trait, set.Find(trait, TraitKind.Count)!.Trait));
        Assert.All(traits[10..], trait => Assert.Null(set.Find(trait, TraitKind.Sum)));
    }

    private static Series Of(params long[] times)
    {
        var series = new Series();
        series.Begin(StableId.Of("trait"), TraitKind.Count, isKeyed: false, default);
        foreach (var time in times)
        {
            series.Insert(new() { Time = time });
        }

        return series;
    }

    private static long[] Times(Series series) => [.. series.All.ToArray().Select(bucket => bucket.Time)];
}
