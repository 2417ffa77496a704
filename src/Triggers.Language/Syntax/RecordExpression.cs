namespace Triggers.Language.Syntax;

/// <summary>A record literal: <c>item{sku: "F1"}</c>. CEL's grammar has it; rules cannot create records, so the checker refuses it.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Length in UTF-16 characters.</param>
/// <param name="TypeName">Name of the type, perhaps with dots.</param>
/// <param name="Fields">In order.</param>
public sealed record RecordExpression(int Start, int Length, string TypeName, Sequence<FieldSetting> Fields)
    : Expression(Start, Length, Above(Fields.Select(f => f.Value)))
{
    /// <inheritdoc/>
    public bool Equals(RecordExpression? other) => base.Equals(other) && TypeName == other!.TypeName && Fields.Equals(other.Fields);

    /// <inheritdoc/>
    public override int GetHashCode() => TypeName.GetHashCode(StringComparison.Ordinal);
}
