using Triggers.Language.Plan;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>The traits of one customer in the plainest way: every value that ever entered one is kept in a list, and reading a trait walks over all of them.</summary>
internal sealed class NaiveProfile
{
    private const double GreatestNumber = 1e18;

    private readonly Dictionary<string, List<NaiveEntry>> _entries = [];
    private int _place;

    /// <summary>An event in time enters a trait, at customer time <paramref name="now"/>; <paramref name="view"/> is not asked, conditions of traits see the event alone.</summary>
    public void Fold(NaiveTrait trait, NaiveEvent happened, long now, INaiveView view)
    {
        var key = trait.By?.Of(happened);
        if (!trait.Events.Contains(happened.Type) || trait.Where?.Holds(new(happened, view, Scene.NoSteps)) == false || (trait.By is not null && key is null))
        {
            return;
        }

        if (trait.Window is { } window && happened.Time <= now - window)
        {
            return;
        }

        foreach (object? value in trait.Path is null ? [null] : happened.ValuesAt(trait.Path).Cast<object?>())
        {
            if (!(trait.Kind is TraitKind.Sum or TraitKind.Average && value is double number && Math.Abs(number) >= GreatestNumber))
            {
                EntriesOf(trait).Add(new(happened.Time, _place++, key, value));
            }
        }
    }

    /// <summary>What a trait says at customer time <paramref name="now"/> (null: no event in time yet); null: absent.</summary>
    public object? Read(NaiveTrait trait, long? now)
    {
        if (trait.By is null)
        {
            return TraitReading.Of(trait, EntriesOf(trait), now);
        }

        return EntriesOf(trait).GroupBy(e => e.Key!)
            .Where(group => group.Any(e => TraitReading.IsInWindow(trait, e, now)))
            .ToDictionary(group => group.Key, group => TraitReading.Of(trait, [.. group], now));
    }

    /// <summary>The times after <paramref name="now"/> at which time alone changes what a trait says.</summary>
    public IEnumerable<long> ChangesAfter(NaiveTrait trait, long now) => trait.Window is not { } window ? []
        : EntriesOf(trait).GroupBy(e => e.Key).SelectMany(group => TraitReading.Leaving(trait, [.. group])).Select(time => time + window).Where(time => time > now);

    private List<NaiveEntry> EntriesOf(NaiveTrait trait)
    {
        if (!_entries.TryGetValue(trait.Name, out var entries))
        {
            _entries.Add(trait.Name, entries = []);
        }

        return entries;
    }
}
