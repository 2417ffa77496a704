using Triggers.Engine.State;
using Triggers.Language.Plan.Messaging;
using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.Arbitration;

/// <summary>
/// Has another of its group gone through? Candidates are judged in the order of <see cref="Contender"/>: mandatory, priority, value, age.
/// <para>
/// <b>Passes when</b> the trigger is in no group, or no other of its groups went through less than `for` ago, and nobody at the same moment. <b>Refuses when</b> somebody did: the winner.
/// </para>
/// </summary>
internal static class ExclusivityRule
{
    /// <summary>Who went through and stands in the way; null: nobody. Allocates nothing.</summary>
    /// <param name="groups">The groups of the candidate's trigger.</param>
    /// <param name="trigger">The candidate's trigger.</param>
    /// <param name="now">When it is decided.</param>
    /// <param name="wins">Who went through before, newest of each group; those of this moment too.</param>
    public static GroupFact? Judge(ReadOnlySpan<GroupPlan> groups, StableId trigger, Timestamp now, ReadOnlySpan<GroupFact> wins)
    {
        foreach (var group in groups)
        {
            foreach (ref readonly var win in wins)
            {
                // `for` keeps the others away: how often the same trigger may send is a matter of `again` and caps.
                if (win.Group == group.Id && (win.Trigger != trigger || win.At == now) && now - win.At < (group.For ?? TimeSpan.FromMilliseconds(1)))
                {
                    return win;
                }
            }
        }

        return null;
    }
}
