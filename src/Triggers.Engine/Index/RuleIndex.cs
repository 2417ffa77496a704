using Triggers.Language.Evaluation;
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
    private readonly List<RuleEntry> _filed = [];
    private readonly RuleEntry[] _entries;
    private readonly EventIndex _index;
    private readonly TriggerPlan[] _triggers;
    private readonly StartRule[] _starts;
    private readonly KeyTable _byId;

    /// <summary>Files the traits and triggers of <paramref name="plan"/>.</summary>
    public RuleIndex(WorkspacePlan plan)
    {
        _triggers = [.. plan.Triggers];
        _starts = new StartRule[_triggers.Length];
        var positions = new Dictionary<long, int>();
        for (var i = 0; i < _triggers.Length; i++)
        {
            _starts[i] = StartRule.Of(_triggers[i]);
            positions.TryAdd(KeyOf(_triggers[i].Id), i);
        }

        _byId = new(positions);
        var conditions = new CompiledExpression?[plan.Catalogue.Types.Count];
        for (var i = 0; i < plan.Traits.Count; i++)
        {
            foreach (var type in plan.Traits[i].Events)
            {
                File(type, new(RuleRole.Trait, i, 0, Shared(plan.Traits[i], ref conditions[type.Ordinal])));
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

        _entries = [.. _filed];
        _index = new(_subscriptions);
    }

    /// <summary>True when something is about events of this type.</summary>
    public bool Names(int eventType) => _index.Names(eventType);

    /// <summary>What the event concerns, as far as the event alone tells.</summary>
    public void Match(CustomerEvent candidate, SubscriptionHits hits) => _index.Match(candidate, hits);

    /// <summary>The entry of a hit.</summary>
    public ref readonly RuleEntry this[int ordinal] => ref _entries[ordinal];

    /// <summary>The trigger at a position of the plan.</summary>
    public TriggerPlan TriggerAt(int position) => _triggers[position];

    /// <summary>The start of the trigger at a position of the plan.</summary>
    public ref readonly StartRule StartAt(int position) => ref _starts[position];

    /// <summary>The trigger of a run; null when the workspace has it no longer.</summary>
    public TriggerPlan? Find(StableId trigger) => _byId.Find(KeyOf(trigger)) is var position and not KeyTable.None ? _triggers[position] : null;

    /// <summary>Within how many milliseconds starts of a trigger are counted; null when the workspace has the trigger no longer, or it counts none.</summary>
    public long? WindowOf(StableId trigger) =>
        _byId.Find(KeyOf(trigger)) is var position and not KeyTable.None && _starts[position].AtLeast > 0 ? _starts[position].Window : null;

    /// <summary>The condition of a trait; when it says the same as that of the trait before, which is about the same events, the very same.</summary>
    private static CompiledExpression? Shared(TraitPlan trait, ref CompiledExpression? before)
    {
        if (trait.Events.Count != 1 || trait.Where is null)
        {
            return trait.Where;
        }

        before = before?.Source == trait.Where.Source ? before : trait.Where;
        return before;
    }

    private static long KeyOf(StableId trigger) => unchecked((long)trigger.Value);

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
        _filed.Add(entry);
    }
}
