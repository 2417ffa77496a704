using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Triggers.Engine.Rules;
using Triggers.Model.Customers;

namespace Triggers.Engine.Emission;

/// <summary>
/// The id of a candidate, its decision and its message: the first 128 bits, as 32 hexadecimal digits, of SHA-256 over trigger name, rules version, customer key, run key,
/// step and id of the causing event. Each is preceded by its length in bytes (4 bytes, big-endian); texts are UTF-8. The same decision always has the same id.
/// </summary>
internal static class CandidateId
{
    /// <summary>The step that sends, in a trigger without named steps.</summary>
    public const string OnlyStep = "send";

    /// <summary>The step of a run: two runs that began with the same event differ in the events that took them to the end.</summary>
    public static string StepOf(ReadOnlySpan<byte> laterEvents) => laterEvents.IsEmpty ? OnlyStep : $"{OnlyStep} {KeyHash.Of(laterEvents):x16}";

    /// <summary>The id as 32 lower-case hexadecimal digits; one SHA-256 a call.</summary>
    public static string Of(string trigger, string rulesVersion, CustomerKey customer, string runKey, string step, string causeEventId)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, trigger);
        Add(hash, rulesVersion);
        Add(hash, customer.ToString());
        Add(hash, runKey);
        Add(hash, step);
        Add(hash, causeEventId);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    private static void Add(IncrementalHash hash, string part)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
