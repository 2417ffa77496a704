using System.Diagnostics.CodeAnalysis;
using Triggers.Model.Log;
using Triggers.Model.Time;
using Triggers.Runtime.Delivery.TakingOver;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Telemetry;

namespace Triggers.Runtime.Delivery;

/// <summary>
/// A partition between its assignment and its loss. A new assignment is a new object. Only the worker's thread touches it, except <see cref="Cancellation"/> and the tasks
/// it holds.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The cancellation source has no timer and no wait handle; nothing to dispose.")]
public sealed class OwnedPartition(int number)
{
    private readonly CancellationTokenSource _gone = new();

    /// <summary>Partition of the log, from 0.</summary>
    public int Number { get; } = number;

    /// <summary>Cancelled when the partition is given back or lost.</summary>
    public CancellationToken Cancellation => _gone.Token;

    /// <summary>Takes the partition over (K0, K5); null when that is done.</summary>
    public Task<TakeOverResult>? TakingOver { get; set; }

    /// <summary>When that began, in ticks of the clock's monotonic counter.</summary>
    public long TakingOverSince { get; set; }

    /// <summary>Earliest time of the next take-over after a failed one, in ticks of the clock's monotonic counter; 0: at once.</summary>
    public long RetryAt { get; set; }

    /// <summary>What it runs on; null until taken over.</summary>
    public RunningPartition? Running { get; set; }

    /// <summary>Why it stands still and what the operator must do; null: it does not.</summary>
    public string? Stopped { get; set; }

    /// <summary>A suspicion of K0/K5 that another poll and another stable read must confirm; null: none.</summary>
    public TakeOverSuspicion? Suspicion { get; set; }

    /// <summary>How it is now, for those who look from outside.</summary>
    public PartitionReading Read() => Running is { } running
        ? new(Number, PartitionPhase.Running, running.Fold.Clock, running.Fold.Timers.Earliest, running.Store.Outstanding, running.Cache.Count, running.Fold.RulesVersion, null)
        : new(Number, Stopped is null ? PartitionPhase.TakingOver : PartitionPhase.Stopped, Timestamp.Beginning, Timestamp.Never, 0, 0, null, Stopped);

    /// <summary>It is mine no longer.</summary>
    public void Leave() => _gone.Cancel();
}
