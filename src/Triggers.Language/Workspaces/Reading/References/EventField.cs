using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.References;

/// <summary>A field of an event, perhaps deep inside.</summary>
/// <param name="Event">The event.</param>
/// <param name="First">The field of the event itself.</param>
/// <param name="Type">Type at the end of the path.</param>
/// <param name="ThroughList">The path goes through a list: an event has any number of such values.</param>
internal sealed record EventField(EventType Event, FieldDefinition First, DataType Type, bool ThroughList)
{
    /// <summary>Whether the path ends at the event's own field.</summary>
    public bool IsDirect => ReferenceEquals(First.Type, Type) && !ThroughList;
}
