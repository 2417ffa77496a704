using System.Globalization;
using StackExchange.Redis;

namespace Triggers.Redis;

/// <summary>
/// Where the store's data are. Two keys a partition; the braces are the hash tag, so that both lie in one slot of a cluster and one script may write them.
/// <code>
/// {triggers:p17}:state    hash           epoch          32 hexadecimal digits: the owner's token
///                                        applied        offset up to which the states contain the log (exclusive), or "copying"
///                                        position       offset in the changelog of the newest partition record contained
///                                        position-time  its log time, ms since 1970
///                                        16 bytes       customer key → state blob
/// {triggers:p17}:timers   sorted set     16 bytes       customer key, score = earliest deadline, ms since 1970
/// </code>
/// Bookkeeping and states share a hash because then one HMGET is an atomic read of stamp and states, and one HSET writes states and bookkeeping or neither. A customer
/// key has 16 bytes, and no name of the bookkeeping has.
/// </summary>
internal sealed class PartitionKeys
{
    public PartitionKeys(string prefix, int partition)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $"{{{prefix}:p{partition}}}");
        State = $"{tag}:state";
        Timers = $"{tag}:timers";
        Both = [State, Timers];
    }

    public RedisKey State { get; }

    public RedisKey Timers { get; }

    public RedisKey[] Both { get; }
}
