namespace Triggers.Model.Values;

/// <summary>
/// A value with named fields, read by ordinal. An absent optional field is <see cref="Value.Absent"/>. Subclasses may compute fields when they are read
/// (a customer's traits); reading the same field twice during one step gives the same value.
/// </summary>
public abstract class RecordValue
{
    /// <summary>The names and types of the fields.</summary>
    public abstract RecordType Type { get; }

    /// <summary>The field at <paramref name="ordinal"/> (0..<c>Type.Fields.Count - 1</c>).</summary>
    public abstract Value this[int ordinal] { get; }

    /// <inheritdoc/>
    public override bool Equals(object? obj) =>
        obj is RecordValue other && Type.Name == other.Type.Name && Type.Fields.Count == other.Type.Fields.Count &&
        Enumerable.Range(0, Type.Fields.Count).All(i => this[i].Equals(other[i]));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type.Name, Type.Fields.Count);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Type.Name}{{{string.Join(", ", Type.Fields.Where(f => this[f.Ordinal].IsPresent).Select(f => $"{f.Name}: {this[f.Ordinal]}"))}}}";
}
