using System.Globalization;
using Triggers.Language.Workspaces.Values;

namespace Triggers.Language.Workspaces.Definitions;

/// <summary>The sorts of single values.</summary>
internal static class Scalars
{
    private static readonly string[] AnyScalar = ["string", "number", "boolean"];

    /// <summary>Any text that is not blank.</summary>
    public static ScalarShape Text { get; } = new("text", "some text", text => !string.IsNullOrWhiteSpace(text)) { JsonTypes = AnyScalar };

    /// <summary>Name of a trigger, offer, channel …</summary>
    public static ScalarShape Name { get; } = new("a name", "letters, digits, `-` and `_`, starting with a letter: `cart-left`", Names.IsName)
    {
        Pattern = Names.NamePattern,
    };

    /// <summary>Name of an event type.</summary>
    public static ScalarShape EventName { get; } = new(
        "the name of an event",
        "words joined by a dot: `cart.updated`",
        Names.IsEventName) { Pattern = Names.EventNamePattern };

    /// <summary>Name that expressions can use.</summary>
    public static ScalarShape Identifier { get; } = new(
        "a name that conditions can use", "letters, digits and `_`, starting with a letter, and no word of the condition language: `order_value`", Names.IsIdentifier)
    {
        Pattern = Names.IdentifierPattern,
    };

    /// <summary>A field of an event: <c>order.placed.value</c>.</summary>
    public static ScalarShape EventField { get; } = new(
        "a field of an event",
        "event and field: `order.placed.value`",
        text => text.Contains('.', StringComparison.Ordinal));

    /// <summary>A condition or computation in CEL.</summary>
    public static ScalarShape Expression { get; } = new(
        "a condition",
        "a condition: `event.value >= 50`",
        text => !string.IsNullOrWhiteSpace(text)) { JsonTypes = AnyScalar };

    /// <summary>A length of time.</summary>
    public static ScalarShape Duration { get; } = new(
        "a duration",
        "whole numbers with units: `90s`, `30m`, `2h`, `7d` or `1h30m`",
        text => DurationText.TryParse(text, out _))
    {
        Pattern = DurationText.Pattern,
        Meant = DurationText.Guess,
    };

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static ScalarShape Boolean { get; } = Choice("true", "false") with { JsonTypes = ["boolean"] };

    /// <summary>Type of a field.</summary>
    public static ScalarShape FieldType { get; } = new("a type", "a type: `string`, `int`, `money?`, `list(item)`", text => !string.IsNullOrWhiteSpace(text));

    /// <summary>Name of a time zone in the tz database.</summary>
    public static ScalarShape Zone { get; } = new(
        "a time zone",
        "a name of the tz database: `Europe/London`, `Asia/Shanghai`, `Etc/UTC`",
        Zones.IsKnown) { Meant = Zones.Guess };

    /// <summary>ISO 4217 code.</summary>
    public static ScalarShape Currency { get; } = new(
        "a currency",
        "three capital letters (ISO 4217): `EUR`",
        text => text.Length == 3 && text.All(char.IsAsciiLetterUpper))
    {
        Pattern = "^[A-Z]{3}$",
        Meant = text => text.Length == 3 && text.All(char.IsAsciiLetter) ? text.ToUpperInvariant() : null,
    };

    /// <summary>BCP 47 tag.</summary>
    public static ScalarShape Locale { get; } = new(
        "a locale",
        "a language, perhaps with a region: `en`, `en-GB`, `zh-CN`",
        Names.IsLocale) { Pattern = Names.LocalePattern };

    /// <summary>Time of day.</summary>
    public static ScalarShape TimeOfDay { get; } = new(
        "a time of day",
        "hours and minutes: `09:30`",
        text => TimeOnly.TryParseExact(text, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
    {
        Pattern = "^([01]?[0-9]|2[0-3]):[0-5][0-9]$",
    };

    /// <summary>A topic of Kafka.</summary>
    public static ScalarShape Topic { get; } = new("a topic", "letters, digits, `.`, `_` and `-`: `clicks`", Names.IsTopic) { Pattern = Names.TopicPattern };

    /// <summary>A calendar day.</summary>
    public static ScalarShape Date { get; } = new("a date", "year, month and day: `2026-03-29`", text => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _))
    {
        Pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    };

    /// <summary>A time in a rule test.</summary>
    public static ScalarShape Moment { get; } = new(
        "a time",
        "`10:00`, `day 2 10:00` or `2026-03-29 10:00`",
        text => MomentText.TryParse(text, out _)) { Pattern = MomentText.Pattern };

    /// <summary>Times in cron's notation of five fields.</summary>
    public static ScalarShape Cron { get; } = new("a schedule", "five fields, minute to weekday, in quotes: `\"0 10 * * 5\"`", CronText.IsValid) { Fault = CronText.Fault };

    /// <summary>Money.</summary>
    public static ScalarShape Amount { get; } = new(
        "an amount of money",
        "number and currency: `5000 EUR`",
        text => AmountText.TryParse(text, out _)) { Pattern = AmountText.Pattern };

    /// <summary>A whole number.</summary>
    public static ScalarShape Whole(long least, long most) => new(
        "a whole number",
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"),
        text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
    {
        JsonTypes = ["integer"],
        Range = (least, most),
    };

    /// <summary>One of a few words.</summary>
    public static ScalarShape Choice(params string[] values) => new("one of a few words", "one of them", values.Contains) { Values = values };
}
