using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Telemetry;

namespace Triggers.Runtime.Delivery.TakingOver;

/// <summary>
/// K0 and K5 for one partition: reads the stable committed offset, claims the store, copies the changelog up to that offset, ends the copy, loads the timers. Runs beside the
/// worker's thread while the partition is paused; stops at the next script when the partition is gone.
/// </summary>
public sealed class TakeOver(ILogConsumer log, IChangelog changelog, IStateStore store, WorkerOptions options, TimeProvider time, IProtocolTrace trace)
{
    private const int TimersAtOnce = 5_000;

    /// <summary>Takes the partition over. A <see cref="OutsideFault"/> that may be retried means: begin again later.</summary>
    /// <exception cref="OperationCanceledException">The partition is gone.</exception>
    /// <exception cref="OutsideFault">Broker or store did not answer, or another owner came between.</exception>
    public async Task<TakeOverResult> RunAsync(int partition, CancellationToken gone)
    {
        trace.Enter(ProtocolStep.TakeOver);
        var stable = log.StableCommitted(partition, options.BrokerTimeout);
        var end = changelog.Watermarks(partition, options.BrokerTimeout);
        var committed = stable ?? LastApplied(partition, end, gone);
        var epoch = Epoch.New();
        var stamp = await store.ClaimAsync(partition, epoch, gone).ConfigureAwait(false);
        if (stamp.Applied > (committed ?? FirstOffset(partition)))
        {
            return Suspect(epoch, stable, $"the state store holds partition {partition} up to offset {stamp.Applied}, the consumer group is committed only to {committed}");
        }

        var copy = new ChangelogCopy(changelog, store, options, time, trace, partition, epoch);
        return committed is null
            ? await BeginAsync(partition, epoch, stable, stamp, gone).ConfigureAwait(false)
            : await ContinueAsync(copy, partition, epoch, stable, committed.Value, stamp, end, gone).ConfigureAwait(false);
    }

    /// <summary>Nothing was ever committed: nothing to copy, and the store must hold nothing.</summary>
    private async Task<TakeOverResult> BeginAsync(int partition, Epoch epoch, long? stable, PartitionStamp stamp, CancellationToken gone)
    {
        if (stamp.Position is { } position)
        {
            return Suspect(epoch, stable, $"the state store holds partition {partition} up to changelog offset {position}, but nothing was ever committed");
        }

        var first = FirstOffset(partition);
        Expect(await StoreCalls.ResendAsync(() => store.ResetAsync(partition, epoch, null, gone), gone).ConfigureAwait(false), partition);
        Expect(await StoreCalls.ResendAsync(() => store.FinishAsync(partition, epoch, null, first, gone), gone).ConfigureAwait(false), partition);
        return new(epoch, first, null, [], null);
    }

    private async Task<TakeOverResult> ContinueAsync(
        ChangelogCopy copy, int partition, Epoch epoch, long? stable, long committed, PartitionStamp stamp, (long First, long End) changelogEnd, CancellationToken gone)
    {
        var copied = await copy.RunAsync(stamp, committed, changelogEnd, gone).ConfigureAwait(false);
        if (copied.Suspicion is { } why)
        {
            return Suspect(epoch, stable, why);
        }

        Expect(await StoreCalls.ResendAsync(() => store.FinishAsync(partition, epoch, copied.Position, committed, gone), gone).ConfigureAwait(false), partition);
        var timers = await LoadTimersAsync(partition, epoch, committed, gone).ConfigureAwait(false);
        return new(epoch, committed, copied.Record, timers, null);
    }

    private async Task<IReadOnlyList<(Timestamp Deadline, CustomerKey Customer)>> LoadTimersAsync(int partition, Epoch epoch, long committed, CancellationToken gone)
    {
        var all = new Dictionary<CustomerKey, Timestamp>();
        var from = Timestamp.Beginning;
        for (var limit = TimersAtOnce; ;)
        {
            var page = await store.LoadTimersAsync(partition, from, Timestamp.Never, limit, gone).ConfigureAwait(false);
            if (page.Stamp.Epoch != epoch || page.Stamp.Applied != committed)
            {
                throw Raced(partition, StoreReply.Fenced);
            }

            foreach (var (deadline, customer) in page.Timers)
            {
                all[customer] = deadline;
            }

            if (page.Timers.Count < limit)
            {
                return [.. all.Select(t => (t.Value, t.Key))];
            }

            // More timers than a page at one deadline: a page that does not move on must grow.
            limit = page.Timers[^1].Deadline == from ? limit * 2 : TimersAtOnce;
            from = page.Timers[^1].Deadline;
        }
    }

    /// <summary>The group has no offset (first start, or it expired): where the changelog's last partition record says.</summary>
    private long? LastApplied(int partition, (long First, long End) range, CancellationToken gone)
    {
        if (range.First >= range.End)
        {
            return null;
        }

        long? applied = null;
        var records = new List<ChangelogRecord>();
        using var reading = changelog.Read(partition, range.First);
        for (var next = range.First; next < range.End;)
        {
            gone.ThrowIfCancellationRequested();
            records.Clear();
            next = reading.Poll(TimeSpan.FromMilliseconds(200), 1_000, records);
            foreach (var record in records.Where(r => r.Key.Span.SequenceEqual(PartitionRecord.Key) && r.Value is not null))
            {
                applied = PartitionRecord.Read(record.Value!).Applied;
            }
        }

        return applied;
    }

    private long FirstOffset(int partition) => log.Watermarks(partition, options.BrokerTimeout).First;

    private static TakeOverResult Suspect(Epoch epoch, long? stable, string why) => new(epoch, 0, null, [], new(
        stable,
        $"{why}. Offsets of the group were set back, or Kafka lost data. To go on, restore the group's offsets, or delete the partition's keys in the store."));

    private static void Expect(StoreReply reply, int partition)
    {
        if (reply is not (StoreReply.Ok or StoreReply.Already))
        {
            throw Raced(partition, reply);
        }
    }

    internal static OutsideFault Raced(int partition, StoreReply reply) => new(
        $"The state store answered {reply} while partition {partition} was taken over: another owner came between, or writes were lost.", "It is taken over again.", retry: true);
}
