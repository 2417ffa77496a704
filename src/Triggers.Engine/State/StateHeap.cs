using System.Text;
using Triggers.Model.Values;

namespace Triggers.Engine.State;

/// <summary>
/// The texts and values of one customer's state as bytes: first the blob it was read from, then what steps add. Nothing becomes an object before somebody asks for it, so
/// reading and writing a state allocates nothing. What is replaced stays as garbage until the state is written and read again. Not thread-safe.
/// </summary>
internal sealed class StateHeap
{
    // Enough for most customers: heaps are used again, and one that grew for each of them would cost a few bytes an event.
    private readonly BlobWriter _bytes = new(512);

    /// <summary>Bytes there is room for.</summary>
    public int Capacity => _bytes.Capacity;

    /// <summary>Forgets everything.</summary>
    public void Clear() => _bytes.Clear();

    /// <summary>Forgets everything and begins with a blob: places in it are places here.</summary>
    public void Load(ReadOnlySpan<byte> blob)
    {
        _bytes.Clear();
        _bytes.Raw(blob);
    }

    /// <summary>The bytes of a range; valid until something is added.</summary>
    public Span<byte> this[HeapRange range] => _bytes[range];

    /// <summary>Adds bytes, which may be of this heap.</summary>
    public HeapRange Add(ReadOnlySpan<byte> bytes)
    {
        _bytes.Raw(bytes);
        return new(_bytes.Length - bytes.Length, bytes.Length);
    }

    /// <summary>Adds zeros.</summary>
    public HeapRange Reserve(int length)
    {
        _bytes.Reserve(length).Clear();
        return new(_bytes.Length - length, length);
    }

    /// <summary>Adds a text as UTF-8.</summary>
    public HeapRange Add(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Encoding.UTF8.GetBytes(text, _bytes.Reserve(length));
        return new(_bytes.Length - length, length);
    }

    /// <summary>Adds a value as <see cref="ValueCodec"/> writes it.</summary>
    public HeapRange Add(Value value)
    {
        var start = _bytes.Length;
        ValueCodec.Write(_bytes, value);
        return new(start, _bytes.Length - start);
    }

    /// <summary>Puts a value in place of what a range holds, which nothing else may refer to: where it stands when there is room, or a busy customer's heap would grow with every event.</summary>
    public HeapRange Replace(HeapRange old, Value value)
    {
        var added = Add(value);
        if (added.Length > old.Length)
        {
            return added;
        }

        this[added].CopyTo(this[old]);
        _bytes.Truncate(added.Start);
        return new(old.Start, added.Length);
    }

    /// <summary>The text of a range.</summary>
    public string Text(HeapRange range) => range.Length == 0 ? "" : Encoding.UTF8.GetString(this[range]);

    /// <summary>True when a range holds this text.</summary>
    public bool Holds(HeapRange range, string text) =>
        Encoding.UTF8.GetByteCount(text) == range.Length && (range.Length == 0 || Same(this[range], text));

    /// <summary>The value of a range; absent when it is of another type.</summary>
    public Value Value(HeapRange range, DataType type)
    {
        var reader = new BlobReader(this[range]);
        return ValueCodec.Read(ref reader, type);
    }

    private static bool Same(ReadOnlySpan<byte> bytes, string text)
    {
        if (Ascii.IsValid(bytes))
        {
            return Ascii.Equals(bytes, text);
        }

        return Encoding.UTF8.GetString(bytes) == text;
    }
}
