using System.Text.Json;
using Triggers.Engine.Leases;
using Triggers.Model.Time;

namespace Triggers.Runtime.Partitions;

/// <summary>
/// The bookkeeping of a partition in the changelog, written once a transaction under the key <c>partition</c>: JSON, fields are only ever added.
/// </summary>
/// <param name="Applied">The states of this transaction and before contain the log up to here (exclusive offset).</param>
/// <param name="Clock">The partition's clock there.</param>
/// <param name="Rules">Version of the rules in force there; null: none yet.</param>
public sealed record PartitionRecord(long Applied, Timestamp Clock, string? Rules)
{
    /// <summary>What the partition may spend and give out from there on.</summary>
    public LeaseBook Leases { get; init; } = new();

    /// <summary>The record's key.</summary>
    public static ReadOnlySpan<byte> Key => "partition"u8;

    /// <summary>The record's value: UTF-8 JSON.</summary>
    public byte[] Write()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("applied"u8, Applied);
            json.WriteNumber("clock"u8, Clock.UnixMilliseconds);
            json.WriteString("rules"u8, Rules);
            if (!Leases.IsEmpty)
            {
                json.WritePropertyName("leases"u8);
                LeaseJson.Write(json, Leases);
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>From JSON; unknown fields are skipped.</summary>
    /// <exception cref="InvalidDataException">It is not a partition record.</exception>
    public static PartitionRecord Read(ReadOnlyMemory<byte> value)
    {
        try
        {
            using var json = JsonDocument.Parse(value);
            var root = json.RootElement;
            return new(root.GetProperty("applied").GetInt64(), new(root.GetProperty("clock").GetInt64()), root.GetProperty("rules").GetString()) { Leases = LeaseJson.Read(root) };
        }
        catch (Exception e) when (LeaseJson.IsDamage(e))
        {
            throw new InvalidDataException("The changelog holds a partition record that cannot be read.", e);
        }
    }
}
