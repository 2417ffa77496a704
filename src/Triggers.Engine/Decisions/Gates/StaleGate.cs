namespace Triggers.Engine.Decisions.Gates;

/// <summary>
/// Has the moment passed, for instance in an outage?
/// <para><b>Passes when</b> there is no <c>stale</c>, or the deadline is not longer ago than it says. <b>Refuses when</b> it is.</para>
/// </summary>
internal sealed class StaleGate : IGate
{
    /// <inheritdoc/>
    public string Name => "stale";

    /// <inheritdoc/>
    public GateVerdict Judge(in Candidate candidate, StepFrame facts) =>
        candidate.Trigger.Stale is { } stale && candidate.Now - candidate.Run.Deadline > stale
            ? GateVerdict.Refuse($"The moment was {candidate.Run.Deadline}, longer ago than `stale` allows.")
            : GateVerdict.Pass;
}
