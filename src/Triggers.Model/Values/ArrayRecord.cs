namespace Triggers.Model.Values;

/// <summary>A record that holds its fields in an array.</summary>
/// <param name="type">Names and types.</param>
/// <param name="fields">One value a field, in ordinal order; not to be changed afterwards.</param>
public sealed class ArrayRecord(RecordType type, Value[] fields) : RecordValue
{
    /// <inheritdoc/>
    public override RecordType Type { get; } = type;

    /// <inheritdoc/>
    public override Value this[int ordinal] => fields[ordinal];
}
