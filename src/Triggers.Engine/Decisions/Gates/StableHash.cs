using Triggers.Model.Customers;

namespace Triggers.Engine.Decisions.Gates;

/// <summary>
/// A number that is always the same for a salt and a customer, and of any two salts independent: FNV-1a over the salt, mixed with the two halves of the key by the
/// finaliser of MurmurHash3. The key is itself an HMAC, so the number is uniform. Changing it would deal every customer a new hand: never.
/// </summary>
internal static class StableHash
{
    private const ulong FnvOffset = 14_695_981_039_346_656_037;
    private const ulong FnvPrime = 1_099_511_628_211;

    /// <summary>The number, 0..2^64 − 1. Allocates nothing; some nanoseconds.</summary>
    public static ulong Of(ReadOnlySpan<char> salt, CustomerKey customer)
    {
        var hash = FnvOffset;
        foreach (var letter in salt)
        {
            hash = (hash ^ letter) * FnvPrime;
        }

        hash = Mix(hash ^ customer.High);
        return Mix(hash ^ customer.Low);
    }

    /// <summary>Mixes another number in: one salt, many things.</summary>
    public static ulong And(ulong hash, ulong other) => Mix(hash ^ Mix(other + FnvOffset));

    private static ulong Mix(ulong value)
    {
        value ^= value >> 33;
        value *= 0xFF51_AFD7_ED55_8CCD;
        value ^= value >> 33;
        value *= 0xC4CE_B9FE_1A85_EC53;
        return value ^ (value >> 33);
    }
}
