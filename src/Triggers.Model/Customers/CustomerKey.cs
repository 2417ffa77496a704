using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;

namespace Triggers.Model.Customers;

/// <summary>
/// The key of a customer in every topic and in Redis: HMAC-SHA-256(secret, <c>kind:value</c>) cut to 128 bits, so that no e-mail address ever becomes a key. Made by
/// <see cref="KeySecret"/>. Ordered as unsigned number, which is also the order of its text and of its bytes.
/// </summary>
/// <remarks>Two numbers and not a <see cref="UInt128"/>, whose layout is not settled: what touches one cannot be compiled ahead of time, and events are nothing without their key.</remarks>
/// <param name="High">The first 64 bits.</param>
/// <param name="Low">The last 64 bits.</param>
public readonly record struct CustomerKey(ulong High, ulong Low) : IComparable<CustomerKey>
{
    /// <summary>Length of the text form in characters.</summary>
    public const int TextLength = 32;

    /// <summary>Length of the byte form.</summary>
    public const int ByteLength = 16;

    private const int HalfLength = TextLength / 2;
    private static readonly StandardFormat HalfText = new('x', HalfLength);

    /// <summary>Reads 16 bytes, big-endian.</summary>
    public static CustomerKey Read(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[sizeof(ulong)..]));

    /// <summary>Reads 32 hexadecimal digits in UTF-8; false when it is anything else.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out CustomerKey key)
    {
        key = default;
        if (text.Length != TextLength || !TryHalf(text[..HalfLength], out var high) || !TryHalf(text[HalfLength..], out var low))
        {
            return false;
        }

        key = new(high, low);
        return true;
    }

    /// <summary>Writes 16 bytes, big-endian.</summary>
    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[sizeof(ulong)..], Low);
    }

    /// <summary>Writes the 32 digits of <see cref="ToString"/> in UTF-8.</summary>
    public void WriteText(Span<byte> text)
    {
        Utf8Formatter.TryFormat(High, text, out _, HalfText);
        Utf8Formatter.TryFormat(Low, text[HalfLength..], out _, HalfText);
    }

    /// <inheritdoc/>
    public bool Equals(CustomerKey other) => High == other.High && Low == other.Low;

    /// <summary>The bits of an HMAC are as even as a hash can be.</summary>
    public override int GetHashCode() => (int)(High ^ Low);

    /// <inheritdoc/>
    public int CompareTo(CustomerKey other) => High == other.High ? Low.CompareTo(other.Low) : High.CompareTo(other.High);

    /// <summary>Smaller.</summary>
    public static bool operator <(CustomerKey left, CustomerKey right) => left.CompareTo(right) < 0;

    /// <summary>Greater.</summary>
    public static bool operator >(CustomerKey left, CustomerKey right) => left.CompareTo(right) > 0;

    /// <summary>Not greater.</summary>
    public static bool operator <=(CustomerKey left, CustomerKey right) => left.CompareTo(right) <= 0;

    /// <summary>Not smaller.</summary>
    public static bool operator >=(CustomerKey left, CustomerKey right) => left.CompareTo(right) >= 0;

    /// <summary>32 lower-case hexadecimal digits: the record key in Kafka.</summary>
    public override string ToString() => string.Create(TextLength, this, static (text, key) =>
    {
        key.High.TryFormat(text, out _, "x16", CultureInfo.InvariantCulture);
        key.Low.TryFormat(text[HalfLength..], out _, "x16", CultureInfo.InvariantCulture);
    });

    private static bool TryHalf(ReadOnlySpan<byte> text, out ulong half) => Utf8Parser.TryParse(text, out half, out var used, 'x') && used == HalfLength;
}
