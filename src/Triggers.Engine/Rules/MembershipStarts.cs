using Triggers.Engine.Profiles;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Events;
using Triggers.Model.Time;

namespace Triggers.Engine.Rules;

/// <summary>Starts triggers when customers come into segments and stages or leave them.</summary>
internal sealed class MembershipStarts
{
    private readonly TriggerPlan[][] _entering;
    private readonly TriggerPlan[][] _leaving;
    private readonly RunRules _rules;

    /// <summary>The triggers of <paramref name="plan"/> that start so.</summary>
    public MembershipStarts(WorkspacePlan plan, RunRules rules)
    {
        _rules = rules;
        _entering = Triggers(plan, leaves: false);
        _leaving = Triggers(plan, leaves: true);
    }

    /// <summary>Starts what the changes of this step start.</summary>
    /// <param name="state">The customer.</param>
    /// <param name="output">Holds the changes.</param>
    /// <param name="first">The first change of this step.</param>
    /// <param name="cause">The event that changed it; null: time alone did.</param>
    /// <param name="now">Log time.</param>
    /// <param name="atOnce">Takes the runs that need not wait.</param>
    public void Start(CustomerState state, StepOutput output, int first, CustomerEvent? cause, Timestamp now, List<Candidate> atOnce)
    {
        for (var i = first; i < output.Memberships.Count; i++)
        {
            var change = output.Memberships[i];
            foreach (var trigger in (change.Entered ? _entering : _leaving)[change.Ordinal])
            {
                var name = cause?.Id ?? $"{(change.Entered ? "enters" : "leaves")} {change.Membership.Name} {change.At.UnixMilliseconds}";
                _rules.Begin(state, trigger, state.Heap.Add(name), change.At, cause is null ? change.At : now, now, output.Runs, atOnce);
            }
        }
    }

    private static TriggerPlan[][] Triggers(WorkspacePlan plan, bool leaves) =>
    [
        .. plan.Memberships.Select((_, place) =>
            plan.Triggers.Where(t => t.Start is MembershipStart start && start.Membership == place && start.Leaves == leaves).ToArray()),
    ];
}
