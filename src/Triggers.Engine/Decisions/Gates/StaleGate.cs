namespace Triggers.Engine.Decisions.Gates;

/// <summary>
/// Has the moment passed, for instance in an outage?
/// <para><b>Passes when</b> there is no <c>stale</c>, the deadline is not longer ago than it says, or the candidate was held. <b>Refuses when</b> it is.</para>
/// </summary>
internal sealed class StaleGate : IGate
{
    /// <inheritdoc/>
    public string Name => "stale";

    /// <inheritdoc/>
    public bool Judge(in Candidate candidate, Judgement judgement) =>
        candidate.Trigger.Stale is not { } stale || candidate.HeldSince is not null || candidate.Now - candidate.Run.Deadline <= stale ||
        judgement.Refuse(
            Name, $"The moment was {candidate.Run.Deadline}, longer ago than `stale` allows.", candidate.Run.Deadline, candidate.Run.Deadline + stale);
}
