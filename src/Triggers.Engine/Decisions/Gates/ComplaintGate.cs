using Triggers.Language.Plan;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Verdicts;

namespace Triggers.Engine.Decisions.Gates;

/// <summary>
/// Is the customer waiting for an answer to a complaint?
/// <para><b>Passes when</b> no complaint is open, or such messages go out all the same. <b>Refuses when</b> one is: promotion, unless the policies name purposes.</para>
/// </summary>
internal sealed class ComplaintGate(DecisionFacts facts) : IGate
{
    /// <inheritdoc/>
    public string Name => "complaint";

    /// <inheritdoc/>
    public bool Judge(in Candidate candidate, Judgement judgement)
    {
        if (facts.Messaging.Policies.Complaints is not { } complaints || !candidate.State.Messaging.HasComplaint || !Stops(complaints, candidate.Trigger.Send))
        {
            return true;
        }

        var since = candidate.State.Messaging.ComplaintOpenedAt;
        return judgement.Refuse(Name, $"A complaint of the customer is open since {since}, and stops messages of the purpose `{candidate.Trigger.Send.Purpose}`.", new GateText("open", since));
    }

    private static bool Stops(ComplaintPlan complaints, SendPlan send) => complaints.Stops?.Contains(send.Purpose) ?? (send.Counts && !send.Mandatory);
}
