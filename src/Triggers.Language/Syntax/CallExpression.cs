namespace Triggers.Language.Syntax;

/// <summary>A call: <c>size(event.items)</c>, or of a method: <c>event.sku.startsWith("F")</c>. Macros and operators have their own nodes.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">Length in UTF-16 characters.</param>
/// <param name="Target">What stands before the dot; null for a function.</param>
/// <param name="Function">Name of the function or method.</param>
/// <param name="FunctionStart">Offset of that name.</param>
/// <param name="Arguments">In the brackets.</param>
public sealed record CallExpression(int Start, int Length, Expression? Target, string Function, int FunctionStart, Sequence<Expression> Arguments)
    : Expression(Start, Length, Math.Max(Above(Arguments), (Target?.Height ?? 0) + 1))
{
    /// <inheritdoc/>
    public bool Equals(CallExpression? other) =>
        base.Equals(other) && Function == other!.Function && Equals(Target, other.Target) && Arguments.Equals(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => Function.GetHashCode(StringComparison.Ordinal);
}
