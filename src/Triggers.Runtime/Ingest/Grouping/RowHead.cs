using Triggers.Runtime.Ingest.Fields;

namespace Triggers.Runtime.Ingest.Grouping;

/// <summary>
/// What the row before said of itself, as bytes: type, customer, time and what groups. Rows of one event mostly follow each other, and a row that says the same belongs to the same
/// event, or to none for the same reason, and need not be read as far as that. Not thread-safe.
/// </summary>
/// <param name="slots">Slots of the fields that say it, best those that differ most often first; negative ones are missing.</param>
internal sealed class RowHead(int[] slots)
{
    private readonly RawField[] _fields = new RawField[slots.Length];
    private byte[] _bytes = new byte[64];
    private bool _isKept;

    /// <summary>Why no row with this head belongs to any event; null: it does.</summary>
    public string? Mistake { get; private set; }

    /// <summary>True when the row says the same as the one kept.</summary>
    public bool IsOf(in RawFields row)
    {
        for (var i = 0; i < slots.Length; i++)
        {
            ref readonly var field = ref row[slots[i]];
            ref readonly var kept = ref _fields[i];
            if (field.Length != kept.Length || field.Form != kept.Form || !row.Bytes(field).SequenceEqual(_bytes.AsSpan(kept.Start, kept.Length)))
            {
                return false;
            }
        }

        return _isKept;
    }

    /// <summary>Keeps the head of a row in place of the one before.</summary>
    public void Keep(in RawFields row, string? mistake)
    {
        var length = 0;
        for (var i = 0; i < slots.Length; i++)
        {
            ref readonly var field = ref row[slots[i]];
            if (_bytes.Length < length + field.Length)
            {
                Array.Resize(ref _bytes, (length + field.Length) * 2);
            }

            row.Bytes(field).CopyTo(_bytes.AsSpan(length));
            _fields[i] = field with { Start = length };
            length += field.Length;
        }

        (_isKept, Mistake) = (true, mistake);
    }
}
