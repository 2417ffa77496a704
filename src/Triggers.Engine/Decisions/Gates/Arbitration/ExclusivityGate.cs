using Triggers.Engine.State;

namespace Triggers.Engine.Decisions.Gates.Arbitration;

/// <summary>
/// Has another of its group gone through? See <see cref="ExclusivityRule"/>.
/// <para><b>Passes when</b> the trigger is in no group, or nobody of its groups went through. <b>Refuses when</b> somebody did: the decision names the winner.</para>
/// </summary>
internal sealed class ExclusivityGate(DecisionFacts facts) : IGate
{
    /// <inheritdoc/>
    public string Name => "exclusivity";

    /// <inheritdoc/>
    public bool Judge(in Candidate candidate, Judgement judgement)
    {
        var groups = facts.Messaging.Policies.Groups;
        if (groups.Count == 0 || candidate.State.Messaging.Groups.IsEmpty)
        {
            return true;
        }

        var wins = new List<GroupWin>();
        foreach (var fact in candidate.State.Messaging.Groups)
        {
            if (candidate.HeldId.Length == 0 || !candidate.State.Heap[candidate.HeldId].SequenceEqual(candidate.State.Heap[fact.Winner]))
            {
                wins.Add(new(facts.NameOf(fact.Group), candidate.State.Heap.Text(fact.Winner), facts.NameOf(fact.Trigger), fact.At));
            }
        }

        if (ExclusivityRule.Judge(groups, candidate.Trigger.Name, candidate.Now, wins) is not { } win)
        {
            return true;
        }

        judgement.WinnerId = win.Id;
        return judgement.Refuse(Name, $"Of the group {win.Group} {win.Trigger} went through at {win.At}.", $"{win.Trigger} {win.At}", win.Group);
    }
}
