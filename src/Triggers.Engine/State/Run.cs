using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>One instance of a trigger under way: on its way through the steps, or waiting for its deadline.</summary>
internal struct Run
{
    /// <summary>Stable id of the trigger's name: survives new versions of the rules.</summary>
    public StableId Trigger;

    /// <summary>The business key as text; empty when the trigger has none.</summary>
    public HeapRange Key;

    /// <summary>Id of the event that (re)started it, or what else did.</summary>
    public HeapRange Cause;

    /// <summary>Event time of that event.</summary>
    public Timestamp StartedAt;

    /// <summary>When it fires, goes on because something did not come, or ends because something did not come.</summary>
    public Timestamp Deadline;

    /// <summary>The step it waits for; the number of steps when all are done.</summary>
    public int Step;

    /// <summary>How many events of that step it has seen.</summary>
    public int Seen;

    /// <summary>When the step before was done.</summary>
    public Timestamp StepAt;

    /// <summary>Ids of the events after the first that took it here, each with its length before it (see <see cref="BlobWriter.Text(string)"/>); empty when there are none.</summary>
    public HeapRange Later;

    /// <summary>What is kept of the events of its steps; see <see cref="CapturedBlock"/>.</summary>
    public HeapRange Captured;
}
