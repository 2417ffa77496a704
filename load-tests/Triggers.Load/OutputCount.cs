using Triggers.Runtime.Contracts;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Scenarios;

namespace Triggers.Load;

/// <summary>Counts messages and keeps nothing: costs a measured run nothing.</summary>
internal sealed class OutputCount : IRunSink
{
    /// <summary>Messages so far.</summary>
    internal long Messages { get; private set; }

    public void Take(FoldOutput output) => Messages += output.Steps.Messages.Count;

    public void Take(DeadLetter letter) => throw new InvalidOperationException(letter.Reason);
}
