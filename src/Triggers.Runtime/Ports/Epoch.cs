using System.Globalization;
using System.Security.Cryptography;

namespace Triggers.Runtime.Ports;

/// <summary>The random token of one take-over of one partition. Random, not counted: a counter rewinds with FLUSHALL or a restored backup.</summary>
/// <param name="Value">128 random bits.</param>
public readonly record struct Epoch(UInt128 Value)
{
    /// <summary>A token that nobody had before: 16 bytes of the system's cryptographic generator. Thread-safe.</summary>
    public static Epoch New()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        return new(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    /// <summary>32 hexadecimal digits, as stored.</summary>
    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);
}
