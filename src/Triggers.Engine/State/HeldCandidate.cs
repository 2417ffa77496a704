using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>A candidate that waits to be judged again.</summary>
internal struct HeldCandidate
{
    /// <summary>The run that it comes from, no longer among the runs.</summary>
    public Run Run;

    /// <summary>Its id, 32 hexadecimal digits: stays the same whatever rules judge it next.</summary>
    public HeapRange Id;

    /// <summary>Log time at which it was held first.</summary>
    public Timestamp Since;

    /// <summary>When it is judged again; never: at the customer's next event.</summary>
    public Timestamp WakeAt;
}
