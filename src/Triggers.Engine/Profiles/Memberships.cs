using System.Text;
using Triggers.Engine.State;
using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.Profiles;

/// <summary>
/// Follows segments, stages and crossings: judges them after each event that changes a trait they read and at each time at which time alone may change one. A customer whom other
/// conditions judged before is judged once without telling anybody: what a new version finds to be so did not just become so.
/// </summary>
internal sealed class Memberships
{
    private readonly MembershipPlan[] _plans;
    private readonly Profile _profile;
    private readonly StepFrame _frame;
    private readonly int[] _followedWindows;
    private readonly ulong _version;

    /// <summary>The memberships of <paramref name="plan"/>.</summary>
    public Memberships(WorkspacePlan plan, Profile profile, StepFrame frame)
    {
        _plans = [.. plan.Memberships];
        _profile = profile;
        _frame = frame;
        Stale = new(plan);
        _followedWindows = Followed(plan);
        _version = _plans.Length == 0 && !plan.Triggers.Any(t => t.Start is CalendarStart) ? 0 : VersionOf(plan);
    }

    /// <summary>Keeps and reads the traits that conditions see.</summary>
    public Profile Traits => _profile;

    /// <summary>What <see cref="Judge"/> will look at.</summary>
    public StaleMemberships Stale { get; }

    /// <summary>Judges a customer whom other conditions judged before, silently. True when it had to.</summary>
    public bool Adopt(CustomerState state)
    {
        var memberships = state.Memberships;
        if (memberships.Version == _version)
        {
            return false;
        }

        var known = memberships.All.IsEmpty ? [] : memberships.All.ToArray().ToDictionary(m => m.Id, m => m.Since);
        memberships.Clear();
        memberships.Version = _version;
        if (state.IdentifierKind.Length == 0)
        {
            return true;
        }

        var isStaged = false;
        foreach (var plan in _plans)
        {
            if (Holds(plan, ref isStaged))
            {
                memberships.Enter(plan.Id, known.GetValueOrDefault(plan.Id, state.Clock));
            }
        }

        Schedule(state);
        return true;
    }

    /// <summary>Judges what is stale at the customer's time and appends what changed: first what was left, then what was entered, each in the order of the plan.</summary>
    public void Judge(CustomerState state, List<MembershipChange> changes)
    {
        if (Stale.Any)
        {
            JudgeStale(state, changes);
        }

        Schedule(state);
    }

    /// <summary>Writes a change into the state.</summary>
    public static void Apply(CustomerState state, in MembershipChange change)
    {
        if (change.Entered)
        {
            state.Memberships.Enter(change.Membership.Id, change.At);
        }
        else
        {
            state.Memberships.Leave(change.Membership.Id);
        }
    }

    /// <summary>Places of the traits over windows that conditions read.</summary>
    private int[] Followed(WorkspacePlan plan)
    {
        var followed = new List<int>();
        for (var trait = 0; trait < plan.Traits.Count; trait++)
        {
            if (plan.Traits[trait].Window is not null && Stale.Reads(trait))
            {
                followed.Add(trait);
            }
        }

        return [.. followed];
    }

    /// <summary>The conditions, the calendars, and what their traits compute: another text is another version.</summary>
    private static ulong VersionOf(WorkspacePlan plan)
    {
        var text = new StringBuilder();
        foreach (var followed in plan.Memberships)
        {
            text.Append(followed.Kind).Append(' ').Append(followed.Name).Append(": ").Append(followed.Condition.Source).Append('\n');
        }

        foreach (var trigger in plan.Triggers)
        {
            if (trigger.Start is CalendarStart calendar)
            {
                text.Append(trigger.Name).Append(' ').Append(calendar switch
                {
                    DateStart date => $"{date.Date.Source} {date.Anniversary}",
                    ScheduleStart schedule => $"{schedule.Schedule} {schedule.Over}",
                    _ => "",
                }).Append(calendar.InCustomerZone ? plan.CustomerZone?.Source : plan.Zone).Append('\n');
            }
        }

        foreach (var trait in plan.Traits)
        {
            text.Append(trait.Name).Append(' ').Append(trait.Kind).Append(' ').AppendJoin(',', trait.Events.Select(e => e.Name)).Append(' ').Append(trait.Source)
                .Append(' ').Append(trait.Where?.Source).Append(' ').Append(trait.By?.Source).Append(' ').Append(trait.Window)
                .Append(' ').Append(trait.Keep).Append(' ').Append(trait.Gap).Append('\n');
        }

        return StableId.Of(text.ToString()).Value | 1;
    }

    private void JudgeStale(CustomerState state, List<MembershipChange> changes)
    {
        var entered = changes.Count;
        var isStaged = false;
        for (var ordinal = 0; ordinal < _plans.Length; ordinal++)
        {
            if (!Stale[ordinal])
            {
                continue;
            }

            var plan = _plans[ordinal];
            var (isIn, holds) = (state.Memberships.Contains(plan.Id), Holds(plan, ref isStaged));
            if (holds && !isIn)
            {
                changes.Add(new(plan, ordinal, Entered: true, state.Customer, state.Clock));
            }
            else if (isIn && !holds)
            {
                changes.Insert(entered++, new(plan, ordinal, Entered: false, state.Customer, state.Clock));
            }
        }

        Stale.Clear();
    }

    private bool Holds(MembershipPlan plan, ref bool isStaged)
    {
        if (plan.Kind != MembershipKind.Stage)
        {
            return _frame.Holds(plan.Condition);
        }

        var holds = !isStaged && _frame.Holds(plan.Condition);
        isStaged |= holds;
        return holds;
    }

    private void Schedule(CustomerState state)
    {
        var next = Timestamp.Never;
        foreach (var trait in _followedWindows)
        {
            next = Timestamp.Min(next, _profile.ChangesAfter(state, trait));
        }

        state.Memberships.ChangesAt = next;
    }
}
