namespace Triggers.Language.Syntax;

/// <summary>A name on its own: a variable, a type, or the first part of a qualified name.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Length in UTF-16 characters.</param>
/// <param name="Name">The name.</param>
/// <param name="IsRooted">True for <c>.name</c>, which skips the variables of macros and the container.</param>
public sealed record NameExpression(int Start, int Length, string Name, bool IsRooted) : Expression(Start, Length, 1)
{
    /// <inheritdoc/>
    public bool Equals(NameExpression? other) => base.Equals(other) && Name == other!.Name && IsRooted == other.IsRooted;

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
