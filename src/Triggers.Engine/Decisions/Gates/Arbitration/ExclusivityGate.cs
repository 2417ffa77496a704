using System.Runtime.InteropServices;
using Triggers.Engine.State;
using Triggers.Model.Verdicts;

namespace Triggers.Engine.Decisions.Gates.Arbitration;

/// <summary>
/// Has another of its group gone through? See <see cref="ExclusivityRule"/>.
/// <para><b>Passes when</b> the trigger is in no group, or nobody of its groups went through. <b>Refuses when</b> somebody did: the decision names the winner.</para>
/// </summary>
internal sealed class ExclusivityGate(DecisionFacts facts) : IGate
{
    private readonly List<GroupFact> _wins = [];

    /// <inheritdoc/>
    public string Name => "exclusivity";

    /// <inheritdoc/>
    public bool Judge(in Candidate candidate, Judgement judgement)
    {
        var groups = facts.GroupsOf(candidate.Trigger);
        if (groups.Length == 0 || candidate.State.Messaging.Groups.IsEmpty)
        {
            return true;
        }

        if (ExclusivityRule.Judge(groups, candidate.Trigger.Id, candidate.Now, OthersThan(candidate)) is not { } win)
        {
            return true;
        }

        var (group, trigger) = (facts.NameOf(win.Group), facts.NameOf(win.Trigger));
        judgement.WinnerId = candidate.State.Heap.Text(win.Winner);
        return judgement.Refuse(Name, $"Of the group {group} {trigger} went through at {win.At}.", new GateText(trigger, win.At), group);
    }

    /// <summary>Who went through, without the candidate itself, which may have when it was held.</summary>
    private ReadOnlySpan<GroupFact> OthersThan(in Candidate candidate)
    {
        var all = candidate.State.Messaging.Groups;
        if (candidate.HeldId.Length == 0)
        {
            return all;
        }

        _wins.Clear();
        foreach (ref readonly var win in all)
        {
            if (!candidate.State.Heap[candidate.HeldId].SequenceEqual(candidate.State.Heap[win.Winner]))
            {
                _wins.Add(win);
            }
        }

        return CollectionsMarshal.AsSpan(_wins);
    }
}
