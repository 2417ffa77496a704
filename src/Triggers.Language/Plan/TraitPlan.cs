using Triggers.Model;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Language.Plan;

/// <summary>A computed attribute of a customer: so far <c>latest: event.field</c>, the field's value in the newest event that has it.</summary>
/// <param name="Name">As rules see it: <c>customer.NAME</c>.</param>
/// <param name="Field">Its (optional) field in <see cref="WorkspacePlan.Customer"/>.</param>
/// <param name="Event">The event type it reads.</param>
/// <param name="Source">The field it takes.</param>
public sealed record TraitPlan(string Name, FieldDefinition Field, EventType Event, FieldDefinition Source)
{
    /// <summary>Identity in state blobs.</summary>
    public StableId Id { get; } = StableId.Of(Name);
}
