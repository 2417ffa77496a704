namespace Triggers.Language.Syntax;

/// <summary>A list: <c>["push", "email"]</c>.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Length in UTF-16 characters.</param>
/// <param name="Elements">In order.</param>
public sealed record ListExpression(int Start, int Length, Sequence<Expression> Elements) : Expression(Start, Length, Above(Elements))
{
    /// <inheritdoc/>
    public bool Equals(ListExpression? other) => base.Equals(other) && Elements.Equals(other!.Elements);

    /// <inheritdoc/>
    public override int GetHashCode() => Elements.GetHashCode();
}
