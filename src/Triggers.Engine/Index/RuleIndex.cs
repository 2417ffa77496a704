using Triggers.Language.Plan;
using Triggers.Language.Schema;
using Triggers.Model;
using Triggers.Model.Events;

namespace Triggers.Engine.Index;

/// <summary>
/// What an event can concern: traits first, then what it says about messages, then trigger by trigger in the order of the plan its <c>until</c> entries, its steps and its start, each filed under its own
/// condition. An event that meets none of them touches no state. Immutable; shared by the engines of a plan.
/// </summary>
internal sealed class RuleIndex
{
    private readonly List<Subscription> _subscriptions = [];
    private readonly List<RuleEntry> _entries = [];
    private readonly EventIndex _index;
    private readonly Dictionary<StableId, TriggerPlan> _byId;

    /// <summary>Files the traits and triggers of <paramref name="plan"/>.</summary>
    public RuleIndex(WorkspacePlan plan)
    {
        _byId = plan.Triggers.ToDictionary(trigger => trigger.Id);
        for (var i = 0; i < plan.Traits.Count; i++)
        {
            foreach (var type in plan.Traits[i].Events)
            {
                File(type, new(RuleRole.Trait, i, 0, plan.Traits[i].Where));
            }
        }

        foreach (var (type, kind, place) in WordEvents.Of(plan))
        {
            File(type, new(RuleRole.Words, (int)kind, place, null));
        }

        for (var i = 0; i < plan.Triggers.Count; i++)
        {
            File(plan.Triggers[i], i, plan.Catalogue);
        }

        _index = new(_subscriptions);
    }

    /// <summary>True when something is about events of this type.</summary>
    public bool Names(int eventType) => _index.Names(eventType);

    /// <summary>What the event concerns, as far as the event alone tells.</summary>
    public void Match(CustomerEvent candidate, SubscriptionHits hits) => _index.Match(candidate, hits);

    /// <summary>The entry of a hit.</summary>
    public RuleEntry this[int ordinal] => _entries[ordinal];

    /// <summary>The trigger of a run; null when the workspace has it no longer.</summary>
    public TriggerPlan? Find(StableId trigger) => _byId.GetValueOrDefault(trigger);

    private void File(TriggerPlan trigger, int owner, EventCatalogue catalogue)
    {
        for (var i = 0; i < trigger.Until.Count; i++)
        {
            File(trigger.Until[i].Event, new(RuleRole.Until, owner, i, trigger.Until[i].Where));
        }

        var steps = trigger.Steps;
        if (steps.Any(step => step.IsStrict))
        {
            foreach (var type in catalogue.Types)
            {
                File(type, new(RuleRole.Any, owner, 0, null));
            }
        }

        for (var i = steps.Count - 1; i > 0; i--)
        {
            File(steps[i].Event, new(RuleRole.Step, owner, i, steps[i].Where));
        }

        if (steps.Count > 0)
        {
            if (steps[0].AtLeast > 1)
            {
                File(steps[0].Event, new(RuleRole.Step, owner, 0, steps[0].Where));
            }

            File(steps[0].Event, new(RuleRole.Start, owner, 0, steps[0].Where));
        }
    }

    private void File(EventType type, RuleEntry entry)
    {
        _subscriptions.Add(new(type, entry.Where));
        _entries.Add(entry);
    }
}
