using Triggers.Model.Outbound;
using Triggers.Model.Verdicts;

namespace Triggers.Engine;

/// <summary>Collects what steps decide, in order. Reused: <see cref="Clear"/> empties it. Not thread-safe.</summary>
public sealed class StepOutput
{
    /// <summary>Messages to send, in order.</summary>
    public List<Message> Messages { get; } = [];

    /// <summary>One decision a candidate, in order.</summary>
    public List<Decision> Decisions { get; } = [];

    /// <summary>What happened to runs, in order.</summary>
    public List<RunChange> Runs { get; } = [];

    /// <summary>Segments and stages entered and left, in order.</summary>
    public List<MembershipChange> Memberships { get; } = [];

    /// <summary>What became of the last step's event.</summary>
    public EventFate Fate { get; set; }

    /// <summary>Empties the lists, which keep their room.</summary>
    public void Clear()
    {
        Messages.Clear();
        Decisions.Clear();
        Runs.Clear();
        Memberships.Clear();
        Fate = EventFate.None;
    }
}
