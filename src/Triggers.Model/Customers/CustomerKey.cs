using System.Buffers.Binary;
using System.Globalization;

namespace Triggers.Model.Customers;

/// <summary>
/// The key of a customer in every topic and in Redis: HMAC-SHA-256(secret, <c>kind:value</c>) cut to 128 bits, so that no e-mail address ever becomes a key. Made by
/// <see cref="KeySecret"/>. Ordered as unsigned number, which is also the order of its text and of its bytes.
/// </summary>
/// <param name="Value">The 128 bits.</param>
public readonly record struct CustomerKey(UInt128 Value) : IComparable<CustomerKey>
{
    /// <summary>Length of the text form in characters.</summary>
    public const int TextLength = 32;

    /// <summary>Length of the byte form.</summary>
    public const int ByteLength = 16;

    /// <summary>Reads 16 bytes, big-endian.</summary>
    public static CustomerKey Read(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt128BigEndian(bytes));

    /// <summary>Reads 32 hexadecimal digits in UTF-8; false when it is anything else.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out CustomerKey key)
    {
        var ok = UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && text.Length == TextLength;
        key = new(value);
        return ok;
    }

    /// <summary>Writes 16 bytes, big-endian.</summary>
    public void Write(Span<byte> bytes) => BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);

    /// <inheritdoc/>
    public int CompareTo(CustomerKey other) => Value.CompareTo(other.Value);

    /// <summary>Smaller.</summary>
    public static bool operator <(CustomerKey left, CustomerKey right) => left.Value < right.Value;

    /// <summary>Greater.</summary>
    public static bool operator >(CustomerKey left, CustomerKey right) => left.Value > right.Value;

    /// <summary>Not greater.</summary>
    public static bool operator <=(CustomerKey left, CustomerKey right) => left.Value <= right.Value;

    /// <summary>Not smaller.</summary>
    public static bool operator >=(CustomerKey left, CustomerKey right) => left.Value >= right.Value;

    /// <summary>32 lower-case hexadecimal digits: the record key in Kafka.</summary>
    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);
}
