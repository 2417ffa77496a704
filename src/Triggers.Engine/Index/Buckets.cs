using System.Runtime.InteropServices;

namespace Triggers.Engine.Index;

/// <summary>Filings, sorted and laid out for scanning.</summary>
/// <param name="FirstRuns">The first run of each bucket; one more than there are buckets.</param>
/// <param name="Runs">The runs of all buckets, those without a threshold first in each.</param>
/// <param name="Thresholds">By entry.</param>
/// <param name="Entries">Run after run.</param>
internal sealed record Buckets(int[] FirstRuns, EntryRun[] Runs, long[] Thresholds, Entry[] Entries)
{
    /// <summary>Sorts <paramref name="filings"/>, whose buckets are 0..<paramref name="count"/> - 1, and lays them out.</summary>
    public static Buckets Of(List<Filing> filings, int count)
    {
        filings.Sort(static (left, right) => left.CompareTo(right));
        var sorted = CollectionsMarshal.AsSpan(filings);
        var firstRuns = new int[count + 1];
        var runs = new List<EntryRun>();
        var (thresholds, entries) = (new long[sorted.Length], new Entry[sorted.Length]);
        var start = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            var filing = sorted[i];
            (thresholds[i], entries[i]) = (filing.Threshold, filing.Entry);
            if (i + 1 == sorted.Length || !filing.SharesRun(sorted[i + 1]))
            {
                runs.Add(new(filing.Field, filing.IsUpper, start, i + 1));
                firstRuns[filing.Bucket + 1] = runs.Count;
                start = i + 1;
            }
        }

        for (var bucket = 1; bucket <= count; bucket++)
        {
            // A bucket without entries begins where the next one does.
            firstRuns[bucket] = Math.Max(firstRuns[bucket], firstRuns[bucket - 1]);
        }

        return new(firstRuns, [.. runs], thresholds, entries);
    }
}
