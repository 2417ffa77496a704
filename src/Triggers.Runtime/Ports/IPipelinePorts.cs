using Triggers.Runtime.Telemetry;

namespace Triggers.Runtime.Ports;

/// <summary>Makes the Kafka side of a process: what the workers need, and new producers after faults.</summary>
public interface IPipelinePorts : IDisposable
{
    /// <summary>Number of partitions of <c>triggers.events</c> and <c>triggers.state</c>.</summary>
    int Partitions { get; }

    /// <summary>A member of the trigger group.</summary>
    ILogConsumer OpenLog();

    /// <summary>A member of the ingest group over these source topics.</summary>
    ISourceConsumer OpenSources(IReadOnlyList<string> topics);

    /// <summary>A producer of this transactional id, initialised. Blocks until the coordinator has ended what an earlier one left.</summary>
    IOutputTransaction OpenTransaction(string transactionalId);

    /// <summary>
    /// How far the trigger group is behind in the log, and the ingest group in <paramref name="sources"/>, in every partition, whoever owns it. Any thread.
    /// </summary>
    /// <exception cref="OutsideFault">No answer within <paramref name="timeout"/>: retry.</exception>
    IReadOnlyList<PartitionLag> Lags(IReadOnlyList<string> sources, TimeSpan timeout);

    /// <summary>The new states and partition records of every batch, kept per key.</summary>
    IChangelog Changelog { get; }

    /// <summary>Ticks and rules records.</summary>
    ILogAppender Appender { get; }

    /// <summary>Every published version of the rules, and which is the newest.</summary>
    IRulesTopic Rules { get; }
}
