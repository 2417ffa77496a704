using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates;

/// <summary>
/// Are there others to compete with? Candidates of a customer that come within the collection window of the first are judged together at its end.
/// <para><b>Passes when</b> there is no collection window, or it is over. <b>Holds when</b> it is not; nothing is taken yet.</para>
/// </summary>
internal sealed class CollectGate(DecisionFacts facts) : IGate
{
    /// <inheritdoc/>
    public string Name => "collect";

    /// <inheritdoc/>
    public bool Judge(in Candidate candidate, Judgement judgement)
    {
        var collect = facts.Messaging.Policies.Collect;
        if (collect == TimeSpan.Zero || candidate.HeldSince is not null)
        {
            return true;
        }

        var end = candidate.Now + collect;
        foreach (ref readonly var held in candidate.State.Messaging.Held)
        {
            if (held.WakeAt != Timestamp.Never && held.WakeAt - held.Since == collect && held.WakeAt > candidate.Now)
            {
                end = Timestamp.Min(end, held.WakeAt);
            }
        }

        return judgement.Hold(Name, $"It waits until {end} for others to compete with.", end, candidate.Now, end);
    }
}
