using System.Globalization;
using Triggers.Model.Values;

namespace Triggers.Engine.Rules;

/// <summary>
/// The text of a business key, which is the key: runs of equal text are runs of one key, in the state, in ids and in messages. Text stands for itself, equal numbers and
/// equal amounts have one text (<c>80.0 EUR</c> and <c>80.00 EUR</c> are <c>80 EUR</c>), the rest is as <see cref="ValueText"/> writes it.
/// </summary>
internal static class RunKey
{
    /// <summary>The key of a trigger that declares none.</summary>
    public const string None = "";

    /// <summary>The text of <paramref name="key"/>; null when it is absent, <c>null</c> or an error: such a key starts and ends nothing.</summary>
    public static string? TextOf(Value key) => key.Kind switch
    {
        ValueKind.Absent or ValueKind.Null or ValueKind.Error => null,
        ValueKind.String => key.AsString,
        ValueKind.UInt => key.AsUInt.ToString(CultureInfo.InvariantCulture),
        ValueKind.Money => new Money(WithoutTrailingZeros(key.AsMoney.Amount), key.AsMoney.Currency).ToString(),
        _ => ValueText.Write(key),
    };

    // Dividing by one with 28 decimal places is how System.Decimal drops trailing zeros.
    private static decimal WithoutTrailingZeros(decimal amount) => amount / 1.0000000000000000000000000000m;
}
