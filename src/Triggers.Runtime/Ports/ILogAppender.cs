using Triggers.Model.Log;

namespace Triggers.Runtime.Ports;

/// <summary>Appends ticks and rules records to <c>triggers.events</c>: plain idempotent producer, acknowledged by all replicas. Thread-safe. Appending twice does no harm.</summary>
public interface ILogAppender : IDisposable
{
    /// <summary>Appends one record; the result is the append time of the broker.</summary>
    /// <exception cref="OutsideFault">Not appended in time.</exception>
    Task<Model.Time.Timestamp> AppendAsync(int partition, RecordKind kind, byte[] body, CancellationToken cancellation);
}
