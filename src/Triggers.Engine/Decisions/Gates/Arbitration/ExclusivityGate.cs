using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.Arbitration;

/// <summary>
/// Has another of its group gone through? Candidates are judged in the order of <see cref="Contender"/>: mandatory, priority, value, age.
/// <para>
/// <b>Passes when</b> the trigger is in no group, or nobody of its groups went through at the same moment or less than `for` ago. <b>Refuses when</b> somebody did: the winner.
/// </para>
/// </summary>
internal static class ExclusivityGate
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
                if (win.Group == group.Name && now - win.At < (group.For ?? TimeSpan.FromMilliseconds(1)))
                {
                    return win;
                }
            }
        }

        return null;
    }
}
