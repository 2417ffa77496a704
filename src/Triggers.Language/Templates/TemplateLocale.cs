using System.Globalization;
using NodaTime;
using Triggers.Model.Values;

namespace Triggers.Language.Templates;

/// <summary>
/// How values are written in a locale. Own tables, not the machine's: the same text everywhere. Languages: en, de, es, fr, it, ja, nl, zh; for all others amounts are
/// <c>1234.50 EUR</c> and dates <c>2026-03-29</c>.
/// </summary>
internal sealed class TemplateLocale
{
    private const string NarrowBlank = "\u202F";
    private const string HardBlank = "\u00A0";

    private static readonly Dictionary<string, string> Symbols = new(StringComparer.Ordinal)
    {
        ["EUR"] = "€", ["USD"] = "$", ["GBP"] = "£", ["CNY"] = "¥", ["JPY"] = "¥", ["INR"] = "₹", ["KRW"] = "₩",
    };

    private static readonly string[] WithoutCents = ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"];
    private static readonly string[] WithMills = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

    private static readonly string[] English =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] German = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];
    private static readonly string[] Spanish =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    private static readonly string[] French =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    private static readonly string[] Italian =
        ["gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"];

    private static readonly string[] Dutch = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    private readonly string _language;
    private readonly string _locale;

    private TemplateLocale(string locale)
    {
        _locale = locale;
        _language = locale.Split('-')[0];
    }

    /// <summary>The locale of this name; one that is not known writes in the neutral way.</summary>
    public static TemplateLocale Of(string locale) => new(locale);

    /// <summary>The value as text, not escaped; empty when it is absent, an error, or cannot be written.</summary>
    public string Write(Value value, TemplateFilter filter, DateTimeZone zone) => value.Kind switch
    {
        ValueKind.String when filter == TemplateFilter.Upper => value.AsString.ToUpperInvariant(),
        ValueKind.String when filter == TemplateFilter.Lower => value.AsString.ToLowerInvariant(),
        ValueKind.String => value.AsString,
        ValueKind.Int => value.AsInt.ToString(CultureInfo.InvariantCulture),
        ValueKind.UInt => value.AsUInt.ToString(CultureInfo.InvariantCulture),
        ValueKind.Double when double.IsFinite(value.AsDouble) => Number(value.AsDouble.ToString("0.######", CultureInfo.InvariantCulture)),
        ValueKind.Money => Money(value.AsMoney),
        ValueKind.Timestamp => Instant(value, filter, zone),
        _ => "",
    };

    private string Instant(Value value, TemplateFilter filter, DateTimeZone zone)
    {
        if (value.Seconds < NodaTime.Instant.MinValue.ToUnixTimeSeconds() || value.Seconds > NodaTime.Instant.MaxValue.ToUnixTimeSeconds())
        {
            return "";
        }

        var local = NodaTime.Instant.FromUnixTimeSeconds(value.Seconds).InZone(zone).LocalDateTime;
        return filter == TemplateFilter.Time ? Time(local) : Date(local);
    }

    private string Date(LocalDateTime local) => (_language, _locale) switch
    {
        ("en", "en-US") => Text($"{English[local.Month - 1]} {local.Day}, {local.Year}"),
        ("en", _) => Text($"{local.Day} {English[local.Month - 1]} {local.Year}"),
        ("de", _) => Text($"{local.Day}. {German[local.Month - 1]} {local.Year}"),
        ("es", _) => Text($"{local.Day} de {Spanish[local.Month - 1]} de {local.Year}"),
        ("fr", _) => Text($"{(local.Day == 1 ? "1er" : Text($"{local.Day}"))} {French[local.Month - 1]} {local.Year}"),
        ("it", _) => Text($"{local.Day} {Italian[local.Month - 1]} {local.Year}"),
        ("nl", _) => Text($"{local.Day} {Dutch[local.Month - 1]} {local.Year}"),
        ("zh" or "ja", _) => Text($"{local.Year}年{local.Month}月{local.Day}日"),
        _ => Text($"{local.Year:D4}-{local.Month:D2}-{local.Day:D2}"),
    };

    private string Time(LocalDateTime local) => _locale == "en-US"
        ? Text($"{(local.Hour % 12 == 0 ? 12 : local.Hour % 12)}:{local.Minute:D2} {(local.Hour < 12 ? "am" : "pm")}")
        : Text($"{local.Hour:D2}:{local.Minute:D2}");

    private string Money(Money money)
    {
        var digits = WithoutCents.Contains(money.Currency) ? 0 : WithMills.Contains(money.Currency) ? 3 : 2;
        var rounded = decimal.Round(Math.Abs(money.Amount), digits, MidpointRounding.AwayFromZero);
        var sign = money.Amount < 0 && rounded != 0 ? "-" : "";
        var plain = rounded.ToString($"F{digits}", CultureInfo.InvariantCulture);
        var symbol = Symbols.GetValueOrDefault(money.Currency);
        return _language switch
        {
            "en" or "zh" or "ja" when symbol is not null => $"{sign}{symbol}{Grouped(plain)}",
            "nl" when symbol is not null => $"{symbol}{HardBlank}{sign}{Grouped(plain)}",
            "de" or "es" or "fr" or "it" when symbol is not null => $"{sign}{Grouped(plain)}{HardBlank}{symbol}",
            "en" or "zh" or "ja" or "de" or "es" or "fr" or "it" or "nl" => $"{sign}{Grouped(plain)}{HardBlank}{money.Currency}",
            _ => $"{sign}{plain}{HardBlank}{money.Currency}",
        };
    }

    /// <summary>A number in invariant notation with the locale's marks, thousands set apart.</summary>
    private string Grouped(string plain)
    {
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? plain : plain[..point];
        for (var at = whole.Length - 3; at > 0; at -= 3)
        {
            whole = whole.Insert(at, Thousands);
        }

        return point < 0 ? whole : whole + Decimal + plain[(point + 1)..];
    }

    private string Number(string plain) => plain.Replace(".", Decimal, StringComparison.Ordinal);

    private string Decimal => _language is "de" or "es" or "fr" or "it" or "nl" ? "," : ".";

    private string Thousands => _language switch
    {
        "fr" => NarrowBlank,
        "de" or "es" or "it" or "nl" => ".",
        _ => ",",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
