using Triggers.Language.Evaluation;
using Triggers.Language.Plan;

namespace Triggers.Engine.Profiles;

/// <summary>
/// Which memberships of the customer at work must be judged again: those whose condition reads a trait that has changed since, or that time may have changed. Conditions are about
/// traits and who the customer is, not about other memberships, so the others are what they were. Stages are judged together, for one holds only when none before it does.
/// </summary>
internal sealed class StaleMemberships
{
    private readonly int[][] _readers;
    private readonly int[] _timed;
    private readonly bool[] _isStale;

    /// <summary>Nothing of <paramref name="plan"/> is stale.</summary>
    public StaleMemberships(WorkspacePlan plan)
    {
        _readers = new int[plan.Traits.Count][];
        _isStale = new bool[plan.Memberships.Count];
        for (var trait = 0; trait < _readers.Length; trait++)
        {
            _readers[trait] = Readers(plan.Memberships, plan.Traits[trait].Field.Ordinal);
            if (plan.Traits[trait].Window is not null)
            {
                Touch(trait);
            }
        }

        _timed = Stale();
        Clear();
    }

    /// <summary>True when something must be judged.</summary>
    public bool Any { get; private set; }

    /// <summary>True when the membership at a position of the plan must be judged.</summary>
    public bool this[int membership] => _isStale[membership];

    /// <summary>True when the condition of some membership reads this trait.</summary>
    public bool Reads(int trait) => _readers[trait].Length > 0;

    /// <summary>An event has entered a trait.</summary>
    public void Touch(int trait) => Mark(_readers[trait]);

    /// <summary>Time has passed.</summary>
    public void TouchWindows() => Mark(_timed);

    /// <summary>Nothing is known of the customer's memberships.</summary>
    public void TouchAll()
    {
        Array.Fill(_isStale, true);
        Any = _isStale.Length > 0;
    }

    /// <summary>All have been judged.</summary>
    public void Clear()
    {
        Array.Clear(_isStale);
        Any = false;
    }

    private static int[] Readers(IReadOnlyList<MembershipPlan> memberships, int field)
    {
        var readers = new List<int>();
        var isStaged = memberships.Any(membership => membership.Kind == MembershipKind.Stage && Reads(membership.Condition, field));
        for (var i = 0; i < memberships.Count; i++)
        {
            if (memberships[i].Kind == MembershipKind.Stage ? isStaged : Reads(memberships[i].Condition, field))
            {
                readers.Add(i);
            }
        }

        return [.. readers];
    }

    private static bool Reads(CompiledExpression condition, int field)
    {
        foreach (var read in condition.Fields)
        {
            if (read.Slot == EvaluationFrame.Customer && read.Field.Ordinal == field)
            {
                return true;
            }
        }

        return false;
    }

    private int[] Stale()
    {
        var stale = new List<int>();
        for (var i = 0; i < _isStale.Length; i++)
        {
            if (_isStale[i])
            {
                stale.Add(i);
            }
        }

        return [.. stale];
    }

    private void Mark(int[] memberships)
    {
        foreach (var membership in memberships)
        {
            _isStale[membership] = true;
            Any = true;
        }
    }
}
