using System.Globalization;
using Triggers.Model.Values;

namespace Triggers.Language.Checking.Tree;

/// <summary>A value that does not change. <paramref name="Digits"/> is a number as written.</summary>
internal sealed record CheckedConstant(DataType Type, Value Value, string? Digits) : CheckedNode(Type)
{
    /// <summary>The number exactly as written, for use with money; null when it is no number or has too many digits.</summary>
    public decimal? Exact => Value.Kind switch
    {
        ValueKind.Int => Value.AsInt,
        ValueKind.Double when decimal.TryParse(Digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) => exact,
        _ => null,
    };
}
