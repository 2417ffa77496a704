namespace Triggers.Language.Syntax;

/// <summary>Asks whether a field is there: <c>has(event.coupon)</c>.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Length in UTF-16 characters.</param>
/// <param name="Field">The field asked for.</param>
public sealed record HasExpression(int Start, int Length, SelectExpression Field) : Expression(Start, Length, Field.Height + 1)
{
    /// <inheritdoc/>
    public bool Equals(HasExpression? other) => base.Equals(other) && Field.Equals(other!.Field);

    /// <inheritdoc/>
    public override int GetHashCode() => Field.GetHashCode();
}
