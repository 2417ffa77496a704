using Triggers.Runtime.Contracts;
using Triggers.Runtime.Partitions;

namespace Triggers.Runtime.Scenarios;

/// <summary>Takes the results of a run and keeps nothing: for who asks for states or counts alone.</summary>
public sealed class NoResults : IRunSink
{
    /// <inheritdoc/>
    public void Take(FoldOutput output)
    {
    }

    /// <inheritdoc/>
    public void Take(DeadLetter letter)
    {
    }
}
