namespace Triggers.Engine.Index;

/// <summary>From a key, the rank of a field, to the bucket of those that want it equal. Open addressing at most half full; immutable.</summary>
internal sealed class KeyTable
{
    /// <summary>What <see cref="Find"/> gives when nobody wants the key.</summary>
    public const int None = -1;

    private readonly long[] _keys;
    private readonly int[] _buckets;
    private readonly int _shift;

    /// <summary>A table of <paramref name="buckets"/>.</summary>
    /// <param name="buckets">Numbers from 0 by key.</param>
    /// <param name="field">Position of the field in the index of the type; of keys that are none <see cref="EntryRun.NoField"/>.</param>
    public KeyTable(Dictionary<long, int> buckets, int field = EntryRun.NoField)
    {
        Field = field;
        var bits = 2;
        while (1 << bits < 2 * buckets.Count)
        {
            bits++;
        }

        _keys = new long[1 << bits];
        _buckets = new int[_keys.Length];
        _shift = 64 - bits;
        Array.Fill(_buckets, None);
        foreach (var (key, bucket) in buckets)
        {
            var slot = Slot(key);
            while (_buckets[slot] != None)
            {
                slot = (slot + 1) & (_keys.Length - 1);
            }

            (_keys[slot], _buckets[slot]) = (key, bucket);
        }
    }

    public int Field { get; }

    /// <summary>The bucket, or <see cref="None"/>.</summary>
    public int Find(long key)
    {
        var slot = Slot(key);
        while (_buckets[slot] != None && _keys[slot] != key)
        {
            slot = (slot + 1) & (_keys.Length - 1);
        }

        return _buckets[slot];
    }

    private int Slot(long key)
    {
        var mixed = unchecked((ulong)key * 0x9E3779B97F4A7C15UL);
        return (int)((mixed ^ (mixed << 32)) >> _shift);
    }
}
