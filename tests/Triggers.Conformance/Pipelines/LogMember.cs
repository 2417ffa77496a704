using System.Text;
using Triggers.Model.Log;
using Triggers.Runtime.Ports;

namespace Triggers.Conformance.Pipelines;

/// <summary>A consumer of the log with everything it heard and read.</summary>
public sealed class LogMember(ILogConsumer consumer, TimeSpan pollTime) : IAssignmentListener, IDisposable
{
    public ILogConsumer Consumer => consumer;

    public SortedSet<int> Owned { get; } = [];

    /// <summary>What was heard, in order: <c>+0 +1 -1</c>; lost partitions as <c>!1</c>.</summary>
    public List<string> Heard { get; } = [];

    public List<LogRecord> Records { get; } = [];

    /// <summary>Runs inside <see cref="Revoked"/>.</summary>
    public Action? WhenRevoked { get; set; }

    public void Poll() => consumer.Poll(pollTime, 100, this, Records);

    /// <summary>Records as text: <c>0:Event:a</c> is partition, kind and body.</summary>
    public string Read() => string.Join(' ', Records.Select(record => $"{record.Partition}:{record.Kind}:{Encoding.UTF8.GetString(record.Body.Span)}"));

    public void Assigned(IReadOnlyList<int> partitions)
    {
        Owned.UnionWith(partitions);
        Heard.AddRange(partitions.Select(partition => $"+{partition}"));
    }

    public void Revoked(IReadOnlyList<int> partitions)
    {
        Owned.ExceptWith(partitions);
        Heard.AddRange(partitions.Select(partition => $"-{partition}"));
        WhenRevoked?.Invoke();
    }

    public void Lost(IReadOnlyList<int> partitions)
    {
        Owned.ExceptWith(partitions);
        Heard.AddRange(partitions.Select(partition => $"!{partition}"));
    }

    public void Dispose() => consumer.Dispose();
}
