namespace Triggers.Model.Values;

/// <summary>One field of a record type.</summary>
/// <param name="Name">As written in rules.</param>
/// <param name="Ordinal">Position in the record; belongs to one plan and is never stored.</param>
/// <param name="Type">Its type.</param>
/// <param name="Optional">True when the field may be absent (<c>string?</c>).</param>
public sealed record FieldDefinition(string Name, int Ordinal, DataType Type, bool Optional)
{
    /// <summary>The name's stable identity in state blobs.</summary>
    public StableId Id { get; } = StableId.Of(Name);
}
