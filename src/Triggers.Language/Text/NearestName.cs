namespace Triggers.Language.Text;

/// <summary>Finds the name that was probably meant: the fewest inserted, left-out, changed or swapped letters, upper and lower case alike.</summary>
public static class NearestName
{
    private const int LongestCompared = 64;

    /// <summary>The known name nearest to <paramref name="wrong"/>, the first in ordinal order of equally near ones; null when none is near.</summary>
    public static string? Find(string wrong, IEnumerable<string> known)
    {
        if (wrong.Length is 0 or > LongestCompared)
        {
            return null;
        }

        string? best = null;
        var smallest = Math.Max(1, wrong.Length / 3) + 1;
        foreach (var name in known)
        {
            if (Math.Abs(name.Length - wrong.Length) > smallest || name.Length > LongestCompared)
            {
                continue;
            }

            var distance = Distance(wrong, name);
            if (distance < smallest || (distance == smallest && best is not null && string.CompareOrdinal(name, best) < 0))
            {
                (best, smallest) = (name, distance);
            }
        }

        return best;
    }

    /// <summary>The remedy when a name is wrong: the nearest one, else all that are allowed (at most twelve of them).</summary>
    public static string Remedy(string wrong, IReadOnlyCollection<string> known, string nothing)
    {
        if (known.Count == 0)
        {
            return nothing;
        }

        var nearest = Find(wrong, known);
        return nearest is null ? $"Use {OneOf(known)}." : $"Did you mean `{nearest}`?";
    }

    /// <summary>For instance <c>`a`, `b` or `c`</c>; at most twelve, then how many more.</summary>
    public static string OneOf(IReadOnlyCollection<string> names)
    {
        const int most = 12;
        var shown = names.Take(most).Select(n => $"`{n}`").ToList();
        if (names.Count > most)
        {
            return $"one of {string.Join(", ", shown)} and {names.Count - most} more";
        }

        return shown.Count == 1 ? shown[0] : $"{string.Join(", ", shown.SkipLast(1))} or {shown[^1]}";
    }

    /// <summary>Edits between two texts, a swap of neighbours counted once (optimal string alignment).</summary>
    private static int Distance(string left, string right)
    {
        Span<int> before = stackalloc int[right.Length + 1];
        Span<int> last = stackalloc int[right.Length + 1];
        Span<int> row = stackalloc int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + change);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            var oldest = before;
            before = last;
            last = row;
            row = oldest;
        }

        return last[right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
