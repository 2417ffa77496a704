using System.Globalization;
using StackExchange.Redis;
using Triggers.Model.Time;
using Triggers.Runtime.Ports;

namespace Triggers.Redis;

/// <summary>The bookkeeping of a partition as Redis holds it (<see cref="PartitionKeys"/>): whole numbers in decimal, which the scripts compare as text.</summary>
internal static class StampText
{
    private const string Copying = "copying";

    /// <summary>The fields, in the order in which <see cref="Read"/> wants their values.</summary>
    public static RedisValue[] Names { get; } = ["epoch", "applied", "position", "position-time"];

    /// <summary>An offset as a script's argument; none is empty.</summary>
    public static RedisValue Of(long? offset) => offset is { } number ? number : RedisValue.EmptyString;

    /// <summary>Reads the first four values.</summary>
    public static PartitionStamp Read(ReadOnlySpan<RedisValue> values)
    {
        Epoch? epoch = values[0].IsNull ? null : new(UInt128.Parse(values[0].ToString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        var copying = values[1] == Copying;
        return new(epoch, copying ? null : (long?)values[1], copying, (long?)values[2], values[3].IsNull ? null : new Timestamp((long)values[3]));
    }
}
