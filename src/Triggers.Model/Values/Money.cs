using System.Globalization;

namespace Triggers.Model.Values;

/// <summary>
/// An exact decimal amount with its currency. Never binary floating point. Amounts of different currencies are never compared or added: ingest converts to the
/// workspace's currency first.
/// </summary>
/// <param name="Amount">Exact; up to 18 decimal places and 18 digits.</param>
/// <param name="Currency">ISO 4217 code, three upper-case letters.</param>
public readonly record struct Money(decimal Amount, string Currency)
{
    /// <summary>For instance <c>12.50 EUR</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount} {Currency}");
}
