namespace Triggers.Language.Syntax;

/// <summary>A field of a record or an entry of a map: <c>event.cart</c>.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Length in UTF-16 characters.</param>
/// <param name="Operand">What is read.</param>
/// <param name="Field">Name of the field, without backticks.</param>
/// <param name="FieldStart">Offset of the field's name.</param>
public sealed record SelectExpression(int Start, int Length, Expression Operand, string Field, int FieldStart) : Expression(Start, Length, Operand.Height + 1)
{
    /// <inheritdoc/>
    public bool Equals(SelectExpression? other) => base.Equals(other) && Field == other!.Field && Operand.Equals(other.Operand);

    /// <inheritdoc/>
    public override int GetHashCode() => Field.GetHashCode(StringComparison.Ordinal);
}
