namespace Triggers.Language.Syntax;

/// <summary>A macro over a list or the keys of a map: <c>event.items.exists(item, item.price &gt; 100)</c>.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Length in UTF-16 characters.</param>
/// <param name="Kind">The macro's name.</param>
/// <param name="Range">What it goes through.</param>
/// <param name="Variable">Name of the element.</param>
/// <param name="Condition">The condition; null for <c>map</c> with two arguments.</param>
/// <param name="Result">The value of <c>map</c>; null for all others.</param>
public sealed record MacroExpression(int Start, int Length, MacroKind Kind, Expression Range, string Variable, Expression? Condition, Expression? Result)
    : Expression(Start, Length, 1 + Math.Max(Range.Height, Math.Max(Condition?.Height ?? 0, Result?.Height ?? 0)))
{
    /// <inheritdoc/>
    public bool Equals(MacroExpression? other) =>
        base.Equals(other) && Kind == other!.Kind && Variable == other.Variable && Range.Equals(other.Range) &&
        Equals(Condition, other.Condition) && Equals(Result, other.Result);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Variable);
}
