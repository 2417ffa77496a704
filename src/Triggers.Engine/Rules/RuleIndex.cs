using Triggers.Language.Plan;
using Triggers.Model;
using Triggers.Model.Events;

namespace Triggers.Engine.Rules;

/// <summary>
/// Which triggers an event can concern. So far all that name its type, in the order of the plan; an index by access predicates narrows it here, with no change for those
/// who ask: what it leaves out must be what no condition would have let through.
/// </summary>
internal sealed class RuleIndex
{
    private readonly EventRules[][] _byEventType;
    private readonly Dictionary<StableId, TriggerPlan> _byId;

    /// <summary>Files the triggers of <paramref name="plan"/>.</summary>
    public RuleIndex(WorkspacePlan plan)
    {
        _byId = plan.Triggers.ToDictionary(trigger => trigger.Id);
        _byEventType = new EventRules[plan.Catalogue.Types.Count][];
        foreach (var type in plan.Catalogue.Types)
        {
            _byEventType[type.Ordinal] = [.. plan.Triggers.Select(trigger => RulesOf(trigger, type)).Where(rules => rules.Starts || rules.Until.Length > 0)];
        }
    }

    /// <summary>True when a trigger names the type.</summary>
    public bool Names(int eventType) => _byEventType[eventType].Length > 0;

    /// <summary>The triggers that this event can end or start.</summary>
    public ReadOnlySpan<EventRules> For(CustomerEvent candidate) => _byEventType[candidate.EventType.Ordinal];

    /// <summary>The trigger of a run; null when the workspace has it no longer.</summary>
    public TriggerPlan? Find(StableId trigger) => _byId.GetValueOrDefault(trigger);

    private static EventRules RulesOf(TriggerPlan trigger, EventType type) =>
        new(trigger, [.. trigger.Until.Where(until => until.Event.Ordinal == type.Ordinal)], trigger.Start.Ordinal == type.Ordinal);
}
