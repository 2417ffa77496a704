using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Engine;

/// <summary>A field of one event type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Field">One of its fields.</param>
public readonly record struct EventField(EventType Type, FieldDefinition Field);
