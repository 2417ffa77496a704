using Triggers.Model.Values;

namespace Triggers.Language.Functions;

/// <summary>The error values of evaluation, in the words of the CEL specification. Made once, because evaluation must not allocate.</summary>
internal static class Errors
{
    public static readonly Value NoSuchOverload = Value.OfError("no such overload");
    public static readonly Value DivideByZero = Value.OfError("divide by zero");
    public static readonly Value ModulusByZero = Value.OfError("modulus by zero");
    public static readonly Value IntOverflow = Value.OfError("return error for overflow: int");
    public static readonly Value UIntOverflow = Value.OfError("return error for overflow: uint");
    public static readonly Value TimeRange = Value.OfError("timestamp out of range: 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z");
    public static readonly Value DurationRange = Value.OfError("duration out of range: at most 292 years");
    public static readonly Value IntRange = Value.OfError("range error: the number is no int");
    public static readonly Value UIntRange = Value.OfError("range error: the number is no uint");
    public static readonly Value MoneyRange = Value.OfError("money out of range: at most 18 digits");
    public static readonly Value Currencies = Value.OfError("different currencies");
    public static readonly Value NoSuchKey = Value.OfError("no such key");
    public static readonly Value IndexRange = Value.OfError("index out of bounds");
    public static readonly Value IndexType = Value.OfError("invalid argument: a list's index is a whole number");
    public static readonly Value RepeatedKey = Value.OfError("Failed with repeated key");
    public static readonly Value KeyType = Value.OfError("unsupported key type");
    public static readonly Value OutOfSteps = Value.OfError("too many steps");
    public static readonly Value InvalidText = Value.OfError("invalid UTF-8 in bytes");
    public static readonly Value UnknownZone = Value.OfError("unknown time zone");
    public static readonly Value InvalidPattern = Value.OfError("invalid regular expression");

    public static Value NoSuchField(string name) => Value.OfError($"no such field: {name}");

    public static Value NoSuchVariable(string name) => Value.OfError($"no such variable: {name}");

    public static Value Conversion(string text, string type) =>
        Value.OfError($"type conversion error: \"{(text.Length > 40 ? text[..40] + "…" : text)}\" is no {type}");

    /// <summary>The error of a strict function whose arguments do not fit: the first error among them, else "no such overload".</summary>
    public static Value Of(in Value argument) => argument.IsError ? argument : NoSuchOverload;

    /// <inheritdoc cref="Of(in Value)"/>
    public static Value Of(in Value left, in Value right) => left.IsError ? left : right.IsError ? right : NoSuchOverload;
}
