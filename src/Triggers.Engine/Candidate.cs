using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Time;

namespace Triggers.Engine;

/// <summary>A run that has come to its end and asks for a message.</summary>
/// <param name="Trigger">Its trigger.</param>
/// <param name="Run">The run, no longer in the state.</param>
/// <param name="State">Whose it is; holds the run's texts.</param>
/// <param name="Now">Log time of the record that fired it, or at which it woke: what gates judge at.</param>
internal readonly record struct Candidate(TriggerPlan Trigger, Run Run, CustomerState State, Timestamp Now)
{
    /// <summary>The business key as text; empty when the trigger has none.</summary>
    public string Key => State.Heap.Text(Run.Key);

    /// <summary>When it was held first; null: it never was.</summary>
    public Timestamp? HeldSince { get; init; }

    /// <summary>The id it had when it was held; empty: it never was.</summary>
    public HeapRange HeldId { get; init; }

    /// <summary>When it was judged first.</summary>
    public Timestamp Since => HeldSince ?? Now;
}
