namespace Triggers.Engine.Index;

/// <summary>
/// How well the fields of an event type tell subscriptions apart, guessed from the subscriptions alone: the more different constants they compare a field with, the
/// fewer events have any one of them.
/// </summary>
internal sealed class Selectivity
{
    private readonly int[] _keys;
    private readonly int[] _lower;
    private readonly int[] _upper;

    /// <summary>Counts the constants in <paramref name="conditions"/>, which are distinct.</summary>
    public Selectivity(IReadOnlyList<Condition> conditions, int fields)
    {
        _keys = new int[fields];
        _lower = new int[fields];
        _upper = new int[fields];
        var seen = new HashSet<(int Field, long Key)>();
        foreach (var condition in conditions)
        {
            if (condition.IsThreshold)
            {
                (condition.IsUpper ? _upper : _lower)[condition.Field]++;
            }
            else if (condition.IsEquality)
            {
                foreach (var key in condition.Keys)
                {
                    _keys[condition.Field] += seen.Add((condition.Field, key)) ? 1 : 0;
                }
            }
        }
    }

    /// <summary>Whether the equality <paramref name="left"/> lets fewer events through than <paramref name="right"/>; between equals the first field.</summary>
    public bool IsBetterEquality(in Condition left, in Condition right)
    {
        // An `in` of k constants out of n lets k / n through.
        var (l, r) = ((long)_keys[left.Field] * right.Keys.Length, (long)_keys[right.Field] * left.Keys.Length);
        return l > r || (l == r && left.Field < right.Field);
    }

    /// <summary>Whether the threshold <paramref name="left"/> is on a scale with more steps than that of <paramref name="right"/>.</summary>
    public bool IsBetterThreshold(in Condition left, in Condition right)
    {
        var (l, r) = (Steps(left), Steps(right));
        return l > r || (l == r && (left.Field, left.IsUpper, right.Threshold).CompareTo((right.Field, right.IsUpper, left.Threshold)) < 0);
    }

    private int Steps(in Condition threshold) => (threshold.IsUpper ? _upper : _lower)[threshold.Field];
}
