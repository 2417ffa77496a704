using Triggers.Model.Values;

namespace Triggers.Language.Syntax;

/// <summary>A literal: <c>42</c>, <c>"red"</c>, <c>true</c>, <c>null</c>.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Length in UTF-16 characters.</param>
/// <param name="Value">Null, bool, int, uint, double, string or bytes.</param>
/// <param name="Digits">A number as written, with its sign, because money needs 12.1 exactly and not as a double; else null.</param>
public sealed record LiteralExpression(int Start, int Length, Value Value, string? Digits) : Expression(Start, Length, 1)
{
    /// <inheritdoc/>
    public bool Equals(LiteralExpression? other) => base.Equals(other) && Value == other!.Value && Digits == other.Digits;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();
}
