namespace Triggers.Runtime.Ports;

/// <summary>One pass over a partition of the changelog. One thread.</summary>
public interface IChangelogReading : IDisposable
{
    /// <summary>
    /// Appends at most <paramref name="limit"/> committed records to <paramref name="into"/>; returns the next offset to be read, which also passes control records
    /// and aborted records. An open transaction holds the reading back: nothing is added and the offset stays.
    /// </summary>
    long Poll(TimeSpan timeout, int limit, List<ChangelogRecord> into);
}
