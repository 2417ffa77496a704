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

    /// <summary>The new states and partition records of every batch, kept per key.</summary>
    IChangelog Changelog { get; }

    /// <summary>Ticks and rules records.</summary>
    ILogAppender Appender { get; }

    /// <summary>Every published version of the rules, and which is the newest.</summary>
    IRulesTopic Rules { get; }
}
