using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>Appends the few shapes that blobs are made of. Grows as needed; not thread-safe.</summary>
/// <param name="capacity">Bytes there is room for at first.</param>
public sealed class BlobWriter(int capacity = 256)
{
    private byte[] _bytes = new byte[capacity];
    private int _length;

    /// <summary>What was written so far; valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>How many bytes were written so far.</summary>
    internal int Length => _length;

    /// <summary>Bytes there is room for.</summary>
    internal int Capacity => _bytes.Length;

    /// <summary>A stretch of what was written; valid until the next write.</summary>
    internal Span<byte> this[HeapRange range] => _bytes.AsSpan(range.Start, range.Length);

    /// <summary>Forgets what was written.</summary>
    public void Clear() => _length = 0;

    /// <summary>Forgets what was written behind the first <paramref name="length"/> bytes.</summary>
    internal void Truncate(int length) => _length = length;

    /// <summary>What was written so far, as an array of its own.</summary>
    public byte[] ToArray() => _bytes.AsSpan(0, _length).ToArray();

    /// <summary>One byte.</summary>
    public void Byte(byte value) => Reserve(1)[0] = value;

    /// <summary>Eight bytes, big-endian: ids sort as their bytes.</summary>
    public void Fixed(ulong value) => BinaryPrimitives.WriteUInt64BigEndian(Reserve(8), value);

    /// <summary>One byte for each 7 bits, lowest first, high bit set on all but the last (LEB128).</summary>
    public void Number(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }

        Byte((byte)value);
    }

    /// <summary>A signed number, zigzag: small magnitudes are short.</summary>
    public void Signed(long value) => Number(unchecked((ulong)((value << 1) ^ (value >> 63))));

    /// <summary>Length in bytes, then UTF-8.</summary>
    public void Text(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Number((ulong)length);
        Encoding.UTF8.GetBytes(value, Reserve(length));
    }

    /// <summary>Length, then UTF-8 that is bytes already.</summary>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        Number((ulong)utf8.Length);
        Raw(utf8);
    }

    /// <summary>An exact decimal: places and sign (one byte), then the magnitude, low 64 bits and high 32 bits (numbers).</summary>
    public void Decimal(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        Byte((byte)((value.Scale << 1) | (decimal.IsNegative(value) ? 1 : 0)));
        Number(((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        Number((uint)bits[2]);
    }

    /// <summary>A time near another one: 0 for never, else 1 + zigzag of the difference in milliseconds.</summary>
    public void Time(Timestamp time, Timestamp near)
    {
        if (time == Timestamp.Never)
        {
            Number(0);
            return;
        }

        var difference = unchecked(time.UnixMilliseconds - near.UnixMilliseconds);
        Number(unchecked(1 + (ulong)((difference << 1) ^ (difference >> 63))));
    }

    /// <summary>Numbers of eight bytes each, little-endian: as they lie in the memory of most machines.</summary>
    public void Block(ReadOnlySpan<ulong> numbers)
    {
        var room = Reserve(numbers.Length * sizeof(ulong));
        MemoryMarshal.AsBytes(numbers).CopyTo(room);
        if (!BitConverter.IsLittleEndian)
        {
            var placed = MemoryMarshal.Cast<byte, ulong>(room);
            BinaryPrimitives.ReverseEndianness(placed, placed);
        }
    }

    /// <summary>Bytes as they are, without a length.</summary>
    public void Raw(ReadOnlySpan<byte> value) => value.CopyTo(Reserve(value.Length));

    /// <summary>Room for so many bytes, to be filled: it holds anything.</summary>
    internal Span<byte> Reserve(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        }

        _length += count;
        return _bytes.AsSpan(_length - count, count);
    }
}
