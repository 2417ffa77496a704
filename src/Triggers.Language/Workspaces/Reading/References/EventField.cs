using Triggers.Language.Plan;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.References;

/// <summary>A field of an event, perhaps deep inside.</summary>
/// <param name="Event">The event.</param>
/// <param name="Path">The fields from the event inwards.</param>
/// <param name="ThroughList">The path goes through a list: an event has any number of such values.</param>
internal sealed record EventField(EventType Event, FieldPath Path, bool ThroughList)
{
    /// <summary>Type at the end of the path.</summary>
    public DataType Type => Path.Type;
}
