using System.Globalization;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Values;

/// <summary>Amounts of money as a workspace writes them: <c>5000 EUR</c>, <c>4.99 USD</c>.</summary>
internal static class AmountText
{
    /// <summary>Regular expression of what is read.</summary>
    public const string Pattern = "^[0-9]{1,12}([.][0-9]{1,6})? [A-Z]{3}$";

    /// <summary>Reads an amount of at most 12 digits before the point and 6 after it; false for anything else.</summary>
    public static bool TryParse(string text, out Money amount)
    {
        amount = default;
        var parts = text.Split(' ');
        if (parts.Length != 2 || parts[1].Length != 3 || !parts[1].All(char.IsAsciiLetterUpper) || !IsShort(parts[0]) ||
            !decimal.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        amount = new(number, parts[1]);
        return true;
    }

    private static bool IsShort(string number)
    {
        var point = number.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? number.Length : point;
        return whole is >= 1 and <= 12 && number.Length - whole <= 7;
    }
}
