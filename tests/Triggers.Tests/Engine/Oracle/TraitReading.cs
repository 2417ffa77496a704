using Triggers.Language.Plan;
using Triggers.Model.Values;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>Entries → what a trait says of them. Windows are (now − window, now]; a visit is in the window when its last event is.</summary>
internal static class TraitReading
{
    public static bool IsInWindow(NaiveTrait trait, NaiveEntry entry, long? now) => trait.Window is not { } window || entry.Time > now - window;

    /// <summary>The value over entries of one key; null: absent.</summary>
    public static object? Of(NaiveTrait trait, IReadOnlyList<NaiveEntry> entries, long? now)
    {
        var seen = entries.Where(e => IsInWindow(trait, e, now)).ToList();
        var ordered = seen.OrderBy(e => e.Time).ThenBy(e => e.Place).ToList();
        var visits = trait.Kind >= TraitKind.Visits ? VisitsOf(trait, entries).Where(v => IsInWindow(trait, v[^1], now)).ToList() : [];
        return trait.Kind switch
        {
            TraitKind.Latest => ordered.LastOrDefault()?.Value,
            TraitKind.First => ordered.FirstOrDefault()?.Value,
            TraitKind.Count => (long)seen.Count,
            TraitKind.Sum => SumOf(trait, seen),
            TraitKind.Average => AverageOf(trait, seen),
            TraitKind.Min => seen.Count == 0 ? null : seen.Select(e => e.Value!).Aggregate((a, b) => Compare(a, b) <= 0 ? a : b),
            TraitKind.Max => seen.Count == 0 ? null : seen.Select(e => e.Value!).Aggregate((a, b) => Compare(a, b) >= 0 ? a : b),
            TraitKind.Distinct => (long)seen.Select(e => e.Value!).Distinct().Count(),
            TraitKind.Top => TopOf(trait, seen),
            TraitKind.Last => Enumerable.Reverse(ordered).Take(trait.Keep).Select(e => e.Value!).ToList(),
            TraitKind.Visits => (long)visits.Count,
            TraitKind.Dwell => visits.Count == 0 ? null : TimeSpan.FromMilliseconds(visits[^1][^1].Time - visits[^1][0].Time),
            _ => visits.Count == 0 ? 0L : (long)visits[^1].Count,
        };
    }

    /// <summary>The times of the entries of one key that take something along when they leave the window.</summary>
    public static IEnumerable<long> Leaving(NaiveTrait trait, IReadOnlyList<NaiveEntry> entries)
    {
        var newestFirst = entries.OrderByDescending(e => e.Time).ThenByDescending(e => e.Place);
        return trait.Kind switch
        {
            TraitKind.Latest => newestFirst.Take(1).Select(e => e.Time),
            TraitKind.Last => newestFirst.Take(trait.Keep).Select(e => e.Time),
            TraitKind.Distinct => entries.GroupBy(e => e.Value).Select(same => same.Max(e => e.Time)),
            TraitKind.Visits => VisitsOf(trait, entries).Select(visit => visit[^1].Time),
            _ => entries.Select(e => e.Time),
        };
    }

    private static object SumOf(NaiveTrait trait, List<NaiveEntry> seen)
    {
        var sum = seen.Sum(e => Number(e.Value!));
        return trait.Single.Kind switch { DataTypeKind.Int => (long)sum, DataTypeKind.Money => sum, _ => (double)sum };
    }

    private static object? AverageOf(NaiveTrait trait, List<NaiveEntry> seen)
    {
        if (seen.Count == 0)
        {
            return null;
        }

        var average = seen.Sum(e => Number(e.Value!)) / seen.Count;
        return trait.Single.Kind switch { DataTypeKind.Money => Math.Round(average, 6, MidpointRounding.ToEven), _ => (double)average };
    }

    private static decimal Number(object value) => value switch { long whole => whole, decimal amount => amount, _ => Math.Round((decimal)(double)value, 9) };

    private static int Compare(object left, object right) => left is string text ? string.CompareOrdinal(text, (string)right) : Comparer<object>.Default.Compare(left, right);

    /// <summary>Of values equally frequent and seen last at the same time the lesser text, or number, comes first.</summary>
    private static List<object> TopOf(NaiveTrait trait, List<NaiveEntry> seen) =>
    [
        .. seen.GroupBy(e => e.Value!)
            .OrderByDescending(same => same.Count()).ThenByDescending(same => same.Max(e => e.Time)).ThenBy(same => same.Key, Comparer<object>.Create(Compare))
            .Take(trait.Keep).Select(same => same.Key),
    ];

    private static List<List<NaiveEntry>> VisitsOf(NaiveTrait trait, IReadOnlyList<NaiveEntry> entries)
    {
        var visits = new List<List<NaiveEntry>>();
        foreach (var entry in entries.OrderBy(e => e.Time).ThenBy(e => e.Place))
        {
            if (visits.Count > 0 && entry.Time - visits[^1][^1].Time <= trait.Gap)
            {
                visits[^1].Add(entry);
            }
            else
            {
                visits.Add([entry]);
            }
        }

        return visits;
    }
}
