using Triggers.Engine.State;
using Triggers.Model.Time;

namespace Triggers.Runtime.Partitions;

/// <summary>A state that a batch works on.</summary>
internal struct OpenState
{
    /// <summary>The state, decoded.</summary>
    public CustomerState State;

    /// <summary>Its earliest deadline before the batch.</summary>
    public Timestamp DeadlineBefore;
}
