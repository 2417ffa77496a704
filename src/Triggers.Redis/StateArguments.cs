using StackExchange.Redis;
using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Runtime.Ports;

namespace Triggers.Redis;

/// <summary>States as the arguments of store.lua and copy.lua: three counts, then what belongs to ZADD, ZREM, HDEL and HSET, so that the scripts only pass slices on.</summary>
internal static class StateArguments
{
    /// <summary>The arguments of one script.</summary>
    /// <param name="head">The script's own first arguments.</param>
    /// <param name="states">At most 1,000: a slice must stay below the 7,999 values that Lua's <c>unpack</c> can pass on.</param>
    /// <param name="bookkeeping">Pairs of names and values for the end of the HSET.</param>
    public static RedisValue[] Of(ReadOnlySpan<RedisValue> head, ReadOnlySpan<StateEntry> states, ReadOnlySpan<RedisValue> bookkeeping)
    {
        var (armed, unarmed, deleted, kept) = Count(states);
        var arguments = new RedisValue[head.Length + 3 + (2 * armed) + unarmed + deleted + (2 * kept) + bookkeeping.Length];
        head.CopyTo(arguments);
        var counts = head.Length;
        arguments[counts] = 2 * armed;
        arguments[counts + 1] = unarmed;
        arguments[counts + 2] = deleted;
        var arm = counts + 3;
        var unarm = arm + (2 * armed);
        var delete = unarm + unarmed;
        var keep = delete + deleted;
        foreach (var (customer, blob, deadline) in states)
        {
            RedisValue key = KeyOf(customer);
            if (blob is null)
            {
                arguments[delete++] = key;
            }
            else
            {
                arguments[keep++] = key;
                arguments[keep++] = blob;
            }

            if (IsArmed(blob, deadline))
            {
                arguments[arm++] = deadline.UnixMilliseconds;
                arguments[arm++] = key;
            }
            else
            {
                arguments[unarm++] = key;
            }
        }

        bookkeeping.CopyTo(arguments.AsSpan(keep));
        return arguments;
    }

    public static byte[] KeyOf(CustomerKey customer)
    {
        var bytes = new byte[CustomerKey.ByteLength];
        customer.Write(bytes);
        return bytes;
    }

    private static (int Armed, int Unarmed, int Deleted, int Kept) Count(ReadOnlySpan<StateEntry> states)
    {
        var (armed, deleted) = (0, 0);
        foreach (var (_, blob, deadline) in states)
        {
            armed += IsArmed(blob, deadline) ? 1 : 0;
            deleted += blob is null ? 1 : 0;
        }

        return (armed, states.Length - armed, deleted, states.Length - deleted);
    }

    private static bool IsArmed(byte[]? blob, Timestamp deadline) => blob is not null && deadline != Timestamp.Never;
}
