using Triggers.Language.Evaluation;
using Triggers.Language.Plan;

namespace Triggers.Language.Workspaces.Reading.Customers;

/// <summary>The segments and stages of a workspace, those with a mistake too: naming them is no mistake.</summary>
internal sealed class MembershipNames
{
    private readonly List<MembershipPlan> _plans = [];
    private readonly List<string> _segments = [];
    private readonly List<string> _stages = [];

    /// <summary>Everything that is followed, crossings included once they were added.</summary>
    public IReadOnlyList<MembershipPlan> Plans => _plans;

    /// <summary>The names of a kind.</summary>
    public IReadOnlyList<string> Of(MembershipKind kind) => Names(kind);

    /// <summary>Adds a segment or stage; without a condition it has a mistake.</summary>
    public void Add(MembershipKind kind, string name, CompiledExpression? condition)
    {
        Names(kind).Add(name);
        if (condition is not null)
        {
            _plans.Add(new(kind, name, condition));
        }
    }

    /// <summary>Adds the condition of a trigger and gives its position.</summary>
    public int AddCrossing(string trigger, CompiledExpression condition)
    {
        _plans.Add(new(MembershipKind.Crossing, trigger, condition));
        return _plans.Count - 1;
    }

    /// <summary>The position of a segment or stage in <see cref="Plans"/>; -1 when it has a mistake or does not exist.</summary>
    public int Find(MembershipKind kind, string name) => _plans.FindIndex(p => p.Kind == kind && p.Name == name);

    private List<string> Names(MembershipKind kind) => kind == MembershipKind.Stage ? _stages : _segments;
}
