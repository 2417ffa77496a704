using System.Buffers.Binary;

namespace Triggers.Runtime.Ports;

/// <summary>
/// Which partition a key belongs to: 32-bit MurmurHash2 with Kafka's seed, as Java producers and librdkafka's <c>murmur2_random</c> have it, so that every producer agrees.
/// Source: Austin Appleby's public-domain MurmurHash2; seed and sign rule as in Kafka's protocol documentation of the default partitioner.
/// </summary>
public static class Murmur2
{
    private const uint Seed = 0x9747b28c;
    private const uint Multiplier = 0x5bd1e995;
    private const int Shift = 24;

    /// <summary>The partition of <paramref name="key"/> among <paramref name="partitions"/>: the hash without its sign bit, modulo the number of partitions.</summary>
    public static int PartitionOf(ReadOnlySpan<byte> key, int partitions) => (int)((Hash(key) & 0x7fffffff) % (uint)partitions);

    /// <summary>The hash, 32 bits.</summary>
    public static uint Hash(ReadOnlySpan<byte> key)
    {
        var hash = Seed ^ (uint)key.Length;
        while (key.Length >= sizeof(uint))
        {
            hash = (hash * Multiplier) ^ Mix(BinaryPrimitives.ReadUInt32LittleEndian(key));
            key = key[sizeof(uint)..];
        }

        if (key.Length > 0)
        {
            hash = (hash ^ Tail(key)) * Multiplier;
        }

        hash = (hash ^ (hash >> 13)) * Multiplier;
        return hash ^ (hash >> 15);
    }

    private static uint Mix(uint block)
    {
        block *= Multiplier;
        return (block ^ (block >> Shift)) * Multiplier;
    }

    private static uint Tail(ReadOnlySpan<byte> rest)
    {
        uint tail = 0;
        for (var i = rest.Length - 1; i >= 0; i--)
        {
            tail = (tail << 8) | rest[i];
        }

        return tail;
    }
}
