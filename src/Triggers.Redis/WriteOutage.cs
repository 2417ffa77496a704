using Triggers.Runtime.Ports;
using Triggers.Runtime.Telemetry;

namespace Triggers.Redis;

/// <summary>Tells once when writes begin to fail, and once when they work again. Thread-safe.</summary>
internal sealed class WriteOutage(RedisOptions options, INotices? notices)
{
    private string? _told;

    /// <summary>A write failed.</summary>
    public void Tell(OutsideFault fault)
    {
        // Known again by its remedy: the message names the partition, and in an outage the writes of all partitions fail in turns.
        if (Interlocked.Exchange(ref _told, fault.Remedy) == fault.Remedy || notices is null)
        {
            return;
        }

        if (fault.Retry)
        {
            notices.Warning($"{fault.Message} {fault.Remedy}");
        }
        else
        {
            notices.Error($"{fault.Message} {fault.Remedy}");
        }
    }

    /// <summary>A write was answered.</summary>
    public void End()
    {
        if (Interlocked.Exchange(ref _told, null) is not null && notices is not null)
        {
            notices.Info($"{options} stores again.");
        }
    }
}
