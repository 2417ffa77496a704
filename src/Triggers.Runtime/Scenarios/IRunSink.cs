using Triggers.Runtime.Contracts;
using Triggers.Runtime.Partitions;

namespace Triggers.Runtime.Scenarios;

/// <summary>Where a run's messages, decisions, dead letters and late events go, in order. One thread.</summary>
public interface IRunSink
{
    /// <summary>Takes what folding gave; the caller empties it afterwards.</summary>
    void Take(FoldOutput output);

    /// <summary>Takes a source record that is no event; its value is valid during the call only.</summary>
    void Take(DeadLetter letter);
}
