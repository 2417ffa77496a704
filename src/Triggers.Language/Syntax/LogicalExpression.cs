namespace Triggers.Language.Syntax;

/// <summary>Conditions joined by the same operator: <c>a &amp;&amp; b &amp;&amp; c</c> is one node with three operands.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Length in UTF-16 characters.</param>
/// <param name="Operator"><c>&amp;&amp;</c> or <c>||</c>, the same between all operands.</param>
/// <param name="Operands">At least two.</param>
public sealed record LogicalExpression(int Start, int Length, LogicalOperator Operator, Sequence<Expression> Operands) : Expression(Start, Length, Above(Operands))
{
    /// <inheritdoc/>
    public bool Equals(LogicalExpression? other) => base.Equals(other) && Operator == other!.Operator && Operands.Equals(other.Operands);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Operator, Operands);
}
