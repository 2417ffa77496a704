namespace Triggers.Language.Syntax;

/// <summary>An element of a list or an entry of a map: <c>event.items[0]</c>.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Length in UTF-16 characters.</param>
/// <param name="Operand">The list or map.</param>
/// <param name="Index">Position from 0, or key.</param>
public sealed record IndexExpression(int Start, int Length, Expression Operand, Expression Index)
    : Expression(Start, Length, Math.Max(Operand.Height, Index.Height) + 1)
{
    /// <inheritdoc/>
    public bool Equals(IndexExpression? other) => base.Equals(other) && Operand.Equals(other!.Operand) && Index.Equals(other.Index);

    /// <inheritdoc/>
    public override int GetHashCode() => Operand.GetHashCode();
}
