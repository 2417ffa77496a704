using System.Globalization;
using Triggers.Engine;
using Triggers.Language.Plan;
using Triggers.Tests.Engine.Support;
using Xunit;
using Xunit.Abstractions;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>Beyond 64 entries a window is sliced: an entry counts at most 1/64 of the window too long, and never too short.</summary>
public class FullWindowTests(ITestOutputHelper log)
{
    private const int Cases = 60;
    private const long MostDistinct = 64;

    [Fact]
    public void Beyond_64_entries_one_counts_at_most_a_slice_of_the_window_too_long()
    {
        var cases = PropertyCases.Try(Cases, FullWindow.Of, window => window.Shrink(), StaysWithinASlice);
        log.WriteLine($"{cases} cases");
    }

    private static void StaysWithinASlice(FullWindow window)
    {
        var teller = new EngineTeller(window.Universe, Shop.Ann, new Random(window.Seed));
        teller.Publish(new CustomerEngine(window.Universe.Plans.Of(window.Rules)));
        var view = new NaiveCustomer("ann", "", window.Universe.Lateness);
        var (exact, wider) = (new NaiveProfile(), new NaiveProfile());
        foreach (var happened in window.Events)
        {
            teller.On(happened, happened.Time);
            exact.Fold(window.Trait, happened, happened.Time, view);
            wider.Fold(window.Wider, happened, happened.Time, view);
            var shown = teller.Story.Decisions[^1].Split(" to ")[1].Split(": offer")[0];

            Check(window.Trait, shown, exact.Read(window.Trait, happened.Time), wider.Read(window.Wider, happened.Time));
        }
    }

    private static void Check(NaiveTrait trait, string shown, object? exact, object? wider)
    {
        if (exact is null)
        {
            Assert.Equal("ann", shown);
        }
        else if (trait.Kind is TraitKind.Last or TraitKind.Latest)
        {
            Assert.Equal(NaiveChannel.Plain(exact), shown);
        }
        else if (trait.Kind == TraitKind.Distinct)
        {
            Assert.Equal(NaiveChannel.Plain(Math.Min((long)exact, MostDistinct)), shown);
        }
        else
        {
            var (one, other) = (Number(exact), Number(wider!));
            Assert.InRange(double.Parse(shown, CultureInfo.InvariantCulture), Math.Min(one, other), Math.Max(one, other));
        }
    }

    private static double Number(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);
}
