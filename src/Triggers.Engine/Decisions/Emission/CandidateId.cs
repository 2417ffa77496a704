using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Triggers.Engine.State;
using Triggers.Model.Customers;

namespace Triggers.Engine.Decisions.Emission;

/// <summary>
/// The id of a candidate, its decision and its message: the first 128 bits, as 32 hexadecimal digits, of SHA-256 over trigger name, rules version, customer key, run key,
/// step and id of the causing event. Each is preceded by its length in bytes (4 bytes, big-endian); texts are UTF-8. The same decision always has the same id. Reuses its
/// buffer; not thread-safe.
/// </summary>
internal sealed class CandidateId
{
    /// <summary>The step that sends, in a run of one event.</summary>
    public const string OnlyStep = "send";

    private const int HalfDigits = 16;
    private const string HalfFormat = "x16";

    private byte[] _parts = new byte[256];
    private int _length;

    /// <summary>The step of a run: two runs that began with the same event differ in the events that took them to the end.</summary>
    public static string StepOf(ReadOnlySpan<byte> laterEvents) => laterEvents.IsEmpty ? OnlyStep : $"{OnlyStep} {KeyHash.Of(laterEvents):x16}";

    /// <summary>The id as 32 lower-case hexadecimal digits; one SHA-256 a call.</summary>
    public string Of(string trigger, string rulesVersion, CustomerKey customer, string runKey, string step, string causeEventId)
    {
        _length = 0;
        Add(trigger);
        Add(rulesVersion);
        Add(customer);
        Add(runKey);
        Add(step);
        Add(causeEventId);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_parts.AsSpan(0, _length), hash);
        Span<char> digits = stackalloc char[2 * HalfDigits];
        BinaryPrimitives.ReadUInt64BigEndian(hash).TryFormat(digits, out _, HalfFormat, CultureInfo.InvariantCulture);
        BinaryPrimitives.ReadUInt64BigEndian(hash[sizeof(ulong)..]).TryFormat(digits[HalfDigits..], out _, HalfFormat, CultureInfo.InvariantCulture);
        return new(digits);
    }

    private void Add(CustomerKey customer) => customer.WriteText(Begin(CustomerKey.TextLength));

    private void Add(string part) => Encoding.UTF8.GetBytes(part, Begin(Encoding.UTF8.GetByteCount(part)));

    private Span<byte> Begin(int length)
    {
        if (_parts.Length - _length < length + sizeof(int))
        {
            Array.Resize(ref _parts, Math.Max(_parts.Length * 2, _length + length + sizeof(int)));
        }

        BinaryPrimitives.WriteInt32BigEndian(_parts.AsSpan(_length), length);
        _length += sizeof(int) + length;
        return _parts.AsSpan(_length - length, length);
    }
}
