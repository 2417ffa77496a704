namespace Triggers.Language.Syntax;

/// <summary>An operator before its operand: <c>!customer.blocked</c>. The minus of a literal belongs to the literal.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Length in UTF-16 characters.</param>
/// <param name="Operator">Which.</param>
/// <param name="Operand">What it applies to.</param>
public sealed record UnaryExpression(int Start, int Length, UnaryOperator Operator, Expression Operand) : Expression(Start, Length, Operand.Height + 1)
{
    /// <inheritdoc/>
    public bool Equals(UnaryExpression? other) => base.Equals(other) && Operator == other!.Operator && Operand.Equals(other.Operand);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Operator, Operand);
}
