using System.Globalization;
using Triggers.Engine.State;
using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Telemetry;

namespace Triggers.Runtime.Delivery.TakingOver;

/// <summary>
/// K5: copies the changelog of one partition into the store until the partition record with <c>applied = committed</c> has been read. It runs no rules: the same path serves a
/// crash, a failover that lost writes, a restored backup, an empty store and an upgrade whose rules engine differs.
/// </summary>
/// <remarks>
/// The stored position is that of the newest partition record contained, and reading resumes at it, so the record of <c>committed</c> is always met. Every script checks
/// that the stored position is the one it starts from; that is what makes late resends and restored snapshots harmless.
/// </remarks>
public sealed class ChangelogCopy(
    IChangelog changelog, IStateStore store, WorkerOptions options, TimeProvider time, IProtocolTrace trace, int partition, Epoch epoch)
{
    private const int StatesAtOnce = 500;
    private static readonly TimeSpan PollTime = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<CustomerKey, StateEntry> _pending = [];
    private readonly Dictionary<CustomerKey, StateEntry> _sinceRecord = [];
    private long? _stored;
    private (long Offset, Timestamp LogTime)? _newest;

    /// <summary>Copies from where <paramref name="stamp"/> says the store is; <paramref name="range"/> was taken after <paramref name="committed"/> was read.</summary>
    public async Task<CopyResult> RunAsync(PartitionStamp stamp, long committed, (long First, long End) range, CancellationToken gone)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(gone);
        deadline.CancelAfter(options.CopyDeadline);
        _stored = stamp.Position;
        if (MustStartAnew(stamp, range))
        {
            await SendAsync(() => store.ResetAsync(partition, epoch, stamp.Position, gone), gone).ConfigureAwait(false);
            _stored = null;
        }

        return await CopyAsync(_stored ?? range.First, committed, range.End, deadline.Token).ConfigureAwait(false);
    }

    /// <summary>No position, one outside the log, or one so old that tombstones after it may be gone.</summary>
    private bool MustStartAnew(PartitionStamp stamp, (long First, long End) range) =>
        stamp.Position is not { } position || stamp.PositionTime is not { } age ||
        position < range.First || position >= range.End || Timestamp.From(time.GetUtcNow()) - age > options.PositionAgeMax;

    private async Task<CopyResult> CopyAsync(long from, long committed, long end, CancellationToken cancellation)
    {
        trace.Enter(ProtocolStep.Copy);
        var records = new List<ChangelogRecord>();
        using var reading = changelog.Read(partition, from);
        for (var next = from; next < end || records.Count > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            records.Clear();
            next = reading.Poll(PollTime, StatesAtOnce, records);
            foreach (var record in records)
            {
                if (!record.Key.Span.SequenceEqual(PartitionRecord.Key))
                {
                    Take(record);
                    continue;
                }

                var found = PartitionRecord.Read(record.Value ?? throw new InvalidDataException("The changelog holds a partition record without a value."));
                if (found.Applied > committed)
                {
                    return Beyond(found.Applied, committed);
                }

                await ReachAsync(record, cancellation).ConfigureAwait(false);
                if (found.Applied == committed)
                {
                    await FlushAsync(cancellation).ConfigureAwait(false);
                    return new(_stored, found, null);
                }
            }
        }

        return new(_stored, null, string.Create(
            CultureInfo.InvariantCulture, $"the changelog of partition {partition} ends at offset {end} without the partition record of committed offset {committed}"));
    }

    private void Take(in ChangelogRecord record)
    {
        if (CustomerKey.TryParse(record.Key.Span, out var customer))
        {
            _sinceRecord[customer] = new(customer, record.Value, record.Value is null ? Timestamp.Never : StateCodec.NextDeadlineOf(record.Value));
        }
    }

    /// <summary>A partition record: what came before it belongs together.</summary>
    private async Task ReachAsync(ChangelogRecord record, CancellationToken cancellation)
    {
        if (_pending.Count > 0 && _pending.Count + _sinceRecord.Count > StatesAtOnce)
        {
            await FlushAsync(cancellation).ConfigureAwait(false);
        }

        foreach (var (customer, entry) in _sinceRecord)
        {
            _pending[customer] = entry;
        }

        _sinceRecord.Clear();
        _newest = (record.Offset, record.LogTime);
    }

    private async Task FlushAsync(CancellationToken cancellation)
    {
        if (_newest is not { } newest || newest.Offset == _stored)
        {
            _pending.Clear();
            return;
        }

        var chunk = new StateCopy(partition, epoch, _stored, newest.Offset, newest.LogTime, [.. _pending.Values]);
        await SendAsync(() => store.CopyAsync(chunk, cancellation), cancellation).ConfigureAwait(false);
        _pending.Clear();
        _stored = newest.Offset;
    }

    private async Task SendAsync(Func<Task<StoreReply>> script, CancellationToken cancellation)
    {
        var reply = await StoreCalls.ResendAsync(script, cancellation).ConfigureAwait(false);
        if (reply is not (StoreReply.Ok or StoreReply.Already))
        {
            throw TakeOver.Raced(partition, reply);
        }
    }

    private CopyResult Beyond(long applied, long committed) => new(_stored, null, string.Create(
        CultureInfo.InvariantCulture, $"the changelog of partition {partition} goes on to applied offset {applied}, the consumer group is committed only to {committed}"));
}
