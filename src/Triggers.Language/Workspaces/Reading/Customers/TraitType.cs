using Triggers.Language.Plan;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Customers;

/// <summary>What a trait gives.</summary>
/// <param name="Kind">What it computes; null: a model that cannot run yet.</param>
/// <param name="Type">As conditions see it.</param>
/// <param name="Optional">True when there is no value before the first event.</param>
/// <param name="Events">The events it reads.</param>
/// <param name="Source">The field it is computed from; null when it is about whole events.</param>
internal sealed record TraitType(TraitKind? Kind, DataType Type, bool Optional, IReadOnlyList<EventType> Events, FieldPath? Source);
