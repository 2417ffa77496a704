using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Triggers.Model;
using Triggers.Model.Time;

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

    /// <summary>Numbers of eight bytes each, little-endian.</summary>
    public void Block(Span<ulong> numbers)
    {
        Take(numbers.Length * sizeof(ulong)).CopyTo(MemoryMarshal.AsBytes(numbers));
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(numbers, numbers);
        }
    }

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

    /// <summary>Length and UTF-8, as the place where it stands.</summary>
    public HeapRange TextRange()
    {
        var length = Count();
        Take(length);
        return new(Position - length, length);
    }

    /// <summary>So many bytes, as the place where they stand.</summary>
    public HeapRange Range(long length)
    {
        Take(length <= _blob.Length ? (int)length : throw Damaged("ends too early"));
        return new(Position - (int)length, (int)length);
    }

    /// <summary>A time near another one.</summary>
    public Timestamp Time(Timestamp near)
    {
        var number = Number();
        return number == 0 ? Timestamp.Never : new(unchecked(near.UnixMilliseconds + ((long)((number - 1) >> 1) ^ -(long)((number - 1) & 1))));
    }

    /// <summary>A stable id that is greater than the one before.</summary>
    public StableId NextId(ref StableId? previous)
    {
        var id = new StableId(Fixed());
        if (previous is { } before && before.Value >= id.Value)
        {
            throw Damaged("has slots out of order");
        }

        previous = id;
        return id;
    }

    /// <summary>A value of any type, as the place where it stands.</summary>
    public HeapRange ValueRange()
    {
        var start = Position;
        ValueCodec.Read(ref this, type: null);
        return new(start, Position - start);
    }

    /// <summary>An exact decimal.</summary>
    public decimal Decimal()
    {
        var form = Byte();
        var low = Number();
        var high = Number();
        return form >> 1 <= 28 && high <= uint.MaxValue
            ? new decimal((int)low, (int)(low >> 32), (int)high, (form & 1) != 0, (byte)(form >> 1))
            : throw Damaged("holds a decimal number out of range");
    }

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
