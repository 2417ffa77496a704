using Triggers.Language.Plan.Messaging;

namespace Triggers.Engine.Decisions.Gates.HoldOut;

/// <summary>
/// Is the customer one of those who get nothing, to compare with? The last gate: both arms passed all others. See <see cref="HoldOutRule"/>.
/// <para><b>Passes when</b> they are not. <b>Refuses when</b> they are held out of everything, or of this trigger; nothing was taken, so the next may have it.</para>
/// </summary>
internal sealed class HoldOutGate(DecisionFacts facts) : IGate
{
    /// <inheritdoc/>
    public string Name => "hold-out";

    /// <inheritdoc/>
    public bool Judge(in Candidate candidate, Judgement judgement) =>
        Judge(facts.Messaging.Policies.HoldOut, "all triggers", candidate, judgement) && Judge(candidate.Trigger.HoldOut, candidate.Trigger.Name, candidate, judgement);

    private bool Judge(HoldOutPlan? holdOut, string of, in Candidate candidate, Judgement judgement)
    {
        if (holdOut is null)
        {
            return true;
        }

        var verdict = HoldOutRule.Judge(holdOut, candidate.State.Customer);
        return verdict.IsHeldOut
            ? judgement.Refuse(Name, $"The customer is one of the {holdOut.Percent} per cent who get nothing from {of}, to compare with.", verdict.Bucket, holdOut.HeldOut)
            : judgement.Pass(Name, verdict.Bucket, holdOut.HeldOut);
    }
}
