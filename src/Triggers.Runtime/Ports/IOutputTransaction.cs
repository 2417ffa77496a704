using Triggers.Model.Time;

namespace Triggers.Runtime.Ports;

/// <summary>
/// A transactional producer: K3. One thread at a time. Initialised when it is made: transactions that an earlier producer of the same id left open are aborted, decided ones
/// waited for. Retriable errors are retried inside.
/// </summary>
public interface IOutputTransaction : IDisposable
{
    /// <summary>Begins a transaction.</summary>
    void Begin();

    /// <summary>
    /// Adds a record. <paramref name="delivered"/>, if given, is called once with offset and append time before <see cref="Commit"/> returns
    /// <see cref="CommitOutcome.Committed"/>.
    /// </summary>
    void Produce(in OutputRecord record, Action<long, Timestamp>? delivered = null);

    /// <summary>
    /// Sends the offsets with the membership captured at the cut and commits. Never throws for what the broker says; the outcome tells what to do.
    /// </summary>
    /// <param name="offsets">Topic, partition and next offset to consume. Not empty.</param>
    /// <param name="membership">As captured when the batch was cut.</param>
    CommitOutcome Commit(IReadOnlyList<(string Topic, int Partition, long Next)> offsets, Membership membership);

    /// <summary>Aborts; <see cref="CommitOutcome.Aborted"/>, or <see cref="CommitOutcome.Fenced"/> / <see cref="CommitOutcome.Unknown"/> when the producer is dead.</summary>
    CommitOutcome Abort();
}
