using Triggers.Model.Log;
using Triggers.Runtime.Ports;

namespace Triggers.Runtime.Delivery;

/// <summary>
/// Before K1: serves the group and hands what was fetched to its partitions. A partition that does not come on is held back at the broker instead of filling the memory.
/// </summary>
public sealed class IntakeStage(WorkerOptions options, TimeProvider time)
{
    private const int HeldBackPolls = 4;
    private static readonly TimeSpan HeldUpInterval = TimeSpan.FromMilliseconds(10);

    private readonly List<LogRecord> _polled = [];

    /// <summary>Polls for one commit interval, or until a poll's worth of records is there; only once while records can be folded.</summary>
    public void Gather(ILogConsumer log, PartitionSet partitions)
    {
        var begun = time.GetTimestamp();
        var interval = IntervalFor(partitions);
        var left = interval;
        var gathered = 0;
        do
        {
            _polled.Clear();
            log.Poll(left, options.PollRecordsMax - gathered, partitions, _polled);
            gathered += _polled.Count;
            foreach (var record in _polled)
            {
                partitions.Find(record.Partition)?.Running?.Take(record);
            }

            left = interval - time.GetElapsedTime(begun);
        }
        while (left > TimeSpan.Zero && gathered < options.PollRecordsMax);

        foreach (var running in partitions.Owned.Select(p => p.Running).OfType<RunningPartition>())
        {
            Balance(log, running);
        }
    }

    /// <summary>Records that only wait for the store are looked at again soon, but not without a pause: the worker would spin for as long as the store is away.</summary>
    private TimeSpan IntervalFor(PartitionSet partitions)
    {
        var waiting = partitions.Owned.Select(p => p.Running).OfType<RunningPartition>().Where(r => r.Fetched.Count > 0).ToList();
        return waiting.Count == 0 ? options.CommitInterval
            : waiting.Exists(r => r.CanBeCut(options, time)) ? TimeSpan.Zero
            : TimeSpan.FromTicks(Math.Min(HeldUpInterval.Ticks, options.CommitInterval.Ticks));
    }

    private void Balance(ILogConsumer log, RunningPartition running)
    {
        if (!running.Held && running.Fetched.Count > HeldBackPolls * options.PollRecordsMax)
        {
            log.Pause(running.Number);
            running.Held = true;
        }
        else if (running.Held && running.Fetched.Count < options.PollRecordsMax)
        {
            log.Start(running.Number, running.Fetched.Count == 0 ? running.Committed : running.Fetched.Last().Offset + 1);
            running.Held = false;
        }
    }
}
