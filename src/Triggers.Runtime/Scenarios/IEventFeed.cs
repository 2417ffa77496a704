using Triggers.Model.Events;
using Triggers.Runtime.Contracts;
using Triggers.Runtime.Ingest;

namespace Triggers.Runtime.Scenarios;

/// <summary>Source records, decoded, in the order in which a run folds them. One thread.</summary>
public interface IEventFeed : IDisposable
{
    /// <summary>Goes to the next record and says what it is; null at the end.</summary>
    /// <exception cref="Ports.OutsideFault">A file cannot be read on.</exception>
    DecodedKind? Next();

    /// <summary>The event after <see cref="DecodedKind.Event"/>; valid until the next call.</summary>
    CustomerEvent Event { get; }

    /// <summary>The dead letter after <see cref="DecodedKind.Dead"/>; valid until the next call.</summary>
    DeadLetter Dead { get; }

    /// <summary>How many source records the event or dead letter stands for: 1, or the rows of an event that is made of several.</summary>
    int Records => 1;

    /// <summary>How much of the input was read, 0..1.</summary>
    double Progress { get; }
}
