using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Events;

namespace Triggers.Engine.Profiles;

/// <summary>
/// Folds events into traits. <c>latest</c> keeps the value of the newest event by event time: an older one that comes after it changes nothing, of two with the same
/// time the later in the log stays. An event without the field changes nothing.
/// </summary>
internal sealed class TraitFold
{
    private readonly TraitPlan[][] _byEventType;

    /// <summary>Files the traits of <paramref name="plan"/> by the event type they read.</summary>
    public TraitFold(WorkspacePlan plan)
    {
        _byEventType = new TraitPlan[plan.Catalogue.Types.Count][];
        foreach (var type in plan.Catalogue.Types)
        {
            _byEventType[type.Ordinal] = [.. plan.Traits.Where(trait => trait.Event.Ordinal == type.Ordinal)];
        }
    }

    /// <summary>True when a trait reads events of this type.</summary>
    public bool Reads(int eventType) => _byEventType[eventType].Length > 0;

    /// <summary>Applies one event.</summary>
    public void Fold(CustomerState state, CustomerEvent source)
    {
        foreach (var trait in _byEventType[source.EventType.Ordinal])
        {
            var value = source[trait.Source.Ordinal];
            if (value.IsPresent && !(state.Traits.TryGet(trait.Id, out var slot) && slot.Time > source.Time))
            {
                state.Traits.Set(new(trait.Id, source.Time, StoredValue.Of(value)));
            }
        }
    }
}
