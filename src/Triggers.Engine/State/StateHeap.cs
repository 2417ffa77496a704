using System.Text;
using Triggers.Model.Values;

namespace Triggers.Engine.State;

/// <summary>
/// The texts and values of one customer's state as bytes: first the blob it was read from, then what steps add. Nothing becomes an object before somebody asks for it, so
/// reading and writing a state allocates nothing. What is replaced stays as garbage until the state is written and read again. Not thread-safe.
/// </summary>
internal sealed class StateHeap
{
    private readonly BlobWriter _scratch = new();
    private byte[] _bytes = new byte[512];
    private int _length;

    /// <summary>Bytes there is room for.</summary>
    public int Capacity => _bytes.Length;

    /// <summary>Forgets everything.</summary>
    public void Clear() => _length = 0;

    /// <summary>Forgets everything and begins with a blob: places in it are places here.</summary>
    public void Load(ReadOnlySpan<byte> blob)
    {
        _length = 0;
        blob.CopyTo(Grow(blob.Length));
    }

    /// <summary>The bytes of a range; valid until something is added.</summary>
    public Span<byte> this[HeapRange range] => _bytes.AsSpan(range.Start, range.Length);

    /// <summary>Adds bytes, which may be of this heap.</summary>
    public HeapRange Add(ReadOnlySpan<byte> bytes)
    {
        var range = Reserve(bytes.Length);
        bytes.CopyTo(this[range]);
        return range;
    }

    /// <summary>Adds zeros.</summary>
    public HeapRange Reserve(int length)
    {
        var range = new HeapRange(_length, length);
        Grow(length).Clear();
        return range;
    }

    /// <summary>Adds a text as UTF-8.</summary>
    public HeapRange Add(string text)
    {
        var range = Reserve(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, this[range]);
        return range;
    }

    /// <summary>Adds a value as <see cref="ValueCodec"/> writes it.</summary>
    public HeapRange Add(Value value)
    {
        _scratch.Clear();
        ValueCodec.Write(_scratch, value);
        return Add(_scratch.Written);
    }

    /// <summary>Puts a value in place of what a range holds, which nothing else may refer to: where it stands when there is room, or a busy customer's heap would grow with every event.</summary>
    public HeapRange Replace(HeapRange old, Value value)
    {
        _scratch.Clear();
        ValueCodec.Write(_scratch, value);
        return Replace(old, _scratch.Written);
    }

    /// <summary>The same with bytes, which may not be of this heap.</summary>
    public HeapRange Replace(HeapRange old, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > old.Length)
        {
            return Add(bytes);
        }

        bytes.CopyTo(this[old]);
        return new(old.Start, bytes.Length);
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

    private Span<byte> Grow(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        }

        _length += count;
        return _bytes.AsSpan(_length - count, count);
    }
}
