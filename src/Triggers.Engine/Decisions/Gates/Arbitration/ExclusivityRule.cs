using Triggers.Language.Plan.Messaging;
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
    /// <summary>The winner that stands in the way; null: none.</summary>
    /// <param name="groups">All groups.</param>
    /// <param name="trigger">The candidate's trigger.</param>
    /// <param name="now">When it is decided.</param>
    /// <param name="wins">Who went through before, newest of each group; those of this moment too.</param>
    public static GroupWin? Judge(IReadOnlyList<GroupPlan> groups, string trigger, Timestamp now, IReadOnlyList<GroupWin> wins)
    {
        foreach (var group in groups)
        {
            if (!group.Triggers.Contains(trigger))
            {
                continue;
            }

            foreach (var win in wins)
            {
                // `for` keeps the others away: how often the same trigger may send is a matter of `again` and caps.
                if (win.Group == group.Name && (win.Trigger != trigger || win.At == now) && now - win.At < (group.For ?? TimeSpan.FromMilliseconds(1)))
                {
                    return win;
                }
            }
        }

        return null;
    }
}
