using Triggers.Model.Values;

namespace Triggers.Language.Functions;

/// <summary>One signature of a function. A method's receiver is its first parameter.</summary>
internal sealed record Overload(bool IsMethod, DataType Result, params DataType[] Parameters)
{
    /// <summary>True when a type parameter must be replaced before use.</summary>
    public bool IsGeneric { get; } = Array.Exists(Parameters, Mentions);

    public string Describe(string function) => IsMethod
        ? $"{Parameters[0]}.{function}({string.Join(", ", Parameters.Skip(1))})"
        : $"{function}({string.Join(", ", (object[])Parameters)})";

    private static bool Mentions(DataType type) =>
        type.Kind == DataTypeKind.Parameter || (type.Key is { } key && Mentions(key)) || (type.Element is { } element && Mentions(element));
}
