namespace Triggers.Language.Syntax;

/// <summary>A choice: <c>customer.vip ? 10 : 5</c>.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Length in UTF-16 characters.</param>
/// <param name="Condition">Before the question mark.</param>
/// <param name="WhenTrue">Before the colon.</param>
/// <param name="WhenFalse">After the colon.</param>
public sealed record ConditionalExpression(int Start, int Length, Expression Condition, Expression WhenTrue, Expression WhenFalse)
    : Expression(Start, Length, Above([Condition, WhenTrue, WhenFalse]))
{
    /// <inheritdoc/>
    public bool Equals(ConditionalExpression? other) =>
        base.Equals(other) && Condition.Equals(other!.Condition) && WhenTrue.Equals(other.WhenTrue) && WhenFalse.Equals(other.WhenFalse);

    /// <inheritdoc/>
    public override int GetHashCode() => Condition.GetHashCode();
}
