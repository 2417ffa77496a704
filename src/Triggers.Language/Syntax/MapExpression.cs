namespace Triggers.Language.Syntax;

/// <summary>A map: <c>{"gold": 3, "silver": 1}</c>.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Length in UTF-16 characters.</param>
/// <param name="Entries">In order.</param>
public sealed record MapExpression(int Start, int Length, Sequence<MapEntry> Entries)
    : Expression(Start, Length, Above(Entries.SelectMany<MapEntry, Expression>(e => [e.Key, e.Value])))
{
    /// <inheritdoc/>
    public bool Equals(MapExpression? other) => base.Equals(other) && Entries.Equals(other!.Entries);

    /// <inheritdoc/>
    public override int GetHashCode() => Entries.GetHashCode();
}
