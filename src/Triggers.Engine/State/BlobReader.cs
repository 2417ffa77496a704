using System.Buffers.Binary;
using System.Text;

namespace Triggers.Engine.State;

/// <summary>Reads what <see cref="BlobWriter"/> wrote. Every read checks its bounds and throws <see cref="InvalidDataException"/> for damage.</summary>
internal ref struct BlobReader(ReadOnlySpan<byte> blob)
{
    private readonly ReadOnlySpan<byte> _blob = blob;

    /// <summary>Bytes read so far.</summary>
    public int Position { get; private set; }

    /// <summary>True when nothing is left.</summary>
    public readonly bool AtEnd => Position == _blob.Length;

    /// <summary>One byte.</summary>
    public byte Byte() => Take(1)[0];

    /// <summary>The next byte, which stays unread.</summary>
    public readonly byte Peek() => Position < _blob.Length ? _blob[Position] : throw Damaged("ends too early");

    /// <summary>Eight bytes, big-endian.</summary>
    public ulong Fixed() => BinaryPrimitives.ReadUInt64BigEndian(Take(8));

    /// <summary>An unsigned number of at most 64 bits: 7 bits a byte, lowest first (LEB128).</summary>
    public ulong Number()
    {
        var result = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            result |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return result;
            }
        }

        throw Damaged("holds a number of more than 64 bits");
    }

    /// <summary>A signed number, zigzag in LEB128: small ones of either sign are short.</summary>
    public long Signed()
    {
        var number = Number();
        return unchecked((long)(number >> 1) ^ -(long)(number & 1));
    }

    /// <summary>A number of things that take at least one byte each.</summary>
    public int Count()
    {
        var count = Number();
        return count <= (ulong)(_blob.Length - Position) ? (int)count : throw Damaged($"announces {count} elements and has {_blob.Length - Position} bytes left");
    }

    /// <summary>Length and UTF-8.</summary>
    public string Text() => Encoding.UTF8.GetString(Take(Count()));

    /// <summary>Length and bytes.</summary>
    public byte[] Bytes() => Take(Count()).ToArray();

    /// <summary>The bytes from <paramref name="start"/> to here.</summary>
    public readonly ReadOnlySpan<byte> Since(int start) => _blob[start..Position];

    /// <summary>The fault of this blob, with the place.</summary>
    public readonly InvalidDataException Damaged(string what) => new($"The state is damaged: it {what} (at byte {Position} of {_blob.Length}).");

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_blob.Length - Position < count)
        {
            throw Damaged("ends too early");
        }

        Position += count;
        return _blob.Slice(Position - count, count);
    }
}
