using System.Text;

namespace Triggers.Runtime.Ingest.Fields;

/// <summary>
/// Names of fields → slots. Records of one source mostly have their fields in one order, so each position remembers the slot it had last time and is compared with that
/// first. Not thread-safe.
/// </summary>
internal sealed class SourceFieldNames
{
    private const int RememberedPositions = 64;

    private readonly List<string> _names = [];
    private readonly List<byte[]> _bytes = [];
    private readonly int[] _expected = new int[RememberedPositions];

    /// <summary>The names, in the order of their slots.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The slot of <paramref name="name"/>, a new one when it has none yet.</summary>
    public int Add(string name)
    {
        var slot = _names.IndexOf(name);
        if (slot >= 0)
        {
            return slot;
        }

        _names.Add(name);
        _bytes.Add(Encoding.UTF8.GetBytes(name));
        return _names.Count - 1;
    }

    /// <summary>The slot of a name, -1 when nobody wants it.</summary>
    /// <param name="name">In UTF-8.</param>
    /// <param name="position">Which field of the record it is, from 0.</param>
    public int Find(ReadOnlySpan<byte> name, int position)
    {
        if (position >= RememberedPositions)
        {
            return Search(name);
        }

        var expected = _expected[position] - 1;
        if (expected >= 0 && name.SequenceEqual(_bytes[expected]))
        {
            return expected;
        }

        var slot = Search(name);
        _expected[position] = slot + 1;
        return slot;
    }

    private int Search(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < _bytes.Count; i++)
        {
            if (name.SequenceEqual(_bytes[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
