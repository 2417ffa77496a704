using Triggers.Model.Values;

namespace Triggers.Language.Functions;

/// <summary>A function or operator: its signatures for the checker, and what it does with values of any kinds.</summary>
internal sealed class Function(string name, Func<Value, Value>? unary, Func<Value, Value, Value>? binary, params Overload[] overloads)
{
    public string Name { get; } = name;

    public Func<Value, Value>? Unary { get; } = unary;

    public Func<Value, Value, Value>? Binary { get; } = binary;

    public IReadOnlyList<Overload> Overloads { get; } = overloads;

    /// <summary>The part that a function like <c>getHours</c> reads; null for all others.</summary>
    public TimePart? Part { get; init; }

    /// <summary>True when it can be called in this way, whatever the types.</summary>
    public bool Accepts(bool isMethod, int arguments) => Overloads.Any(o => o.IsMethod == isMethod && o.Parameters.Length == arguments);
}
