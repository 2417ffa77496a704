namespace Triggers.Language.Syntax;

/// <summary>An operator between two operands: <c>event.value &gt;= 50</c>.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Length in UTF-16 characters.</param>
/// <param name="Operator">Which.</param>
/// <param name="OperatorStart">Offset of the operator.</param>
/// <param name="Left">Before the operator.</param>
/// <param name="Right">After the operator.</param>
public sealed record BinaryExpression(int Start, int Length, BinaryOperator Operator, int OperatorStart, Expression Left, Expression Right)
    : Expression(Start, Length, Math.Max(Left.Height, Right.Height) + 1)
{
    /// <inheritdoc/>
    public bool Equals(BinaryExpression? other) =>
        base.Equals(other) && Operator == other!.Operator && Left.Equals(other.Left) && Right.Equals(other.Right);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Operator, Right);
}
