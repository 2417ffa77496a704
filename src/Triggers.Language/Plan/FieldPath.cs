using Triggers.Model.Values;

namespace Triggers.Language.Plan;

/// <summary>The way from an event to a value: <c>items.sku</c>. Lists on the way give one value an element.</summary>
/// <param name="Fields">From the event's own field inwards; at least one.</param>
/// <param name="Type">Type at the end.</param>
public sealed record FieldPath(IReadOnlyList<FieldDefinition> Fields, DataType Type)
{
    /// <summary>As written behind the event's name.</summary>
    public override string ToString() => string.Join('.', Fields.Select(f => f.Name));
}
