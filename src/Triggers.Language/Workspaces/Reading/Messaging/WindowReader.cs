using System.Globalization;
using Triggers.Language.Plan.Messaging;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Definitions;
using Triggers.Language.Workspaces.Reading.Shapes;
using Triggers.Language.Workspaces.Values;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading.Messaging;

/// <summary><c>at_most</c>, <c>in</c> and <c>per</c> → how many, in which time.</summary>
internal static class WindowReader
{
    /// <summary>The allowance; null when <c>at_most</c> is missing or wrong, which is reported elsewhere.</summary>
    public static AllowancePlan? Allowance(YamlMapping? owner) => Number(owner?.Text("at_most")) is { } atMost ? new(atMost, Window(owner!)) : null;

    /// <summary>The window; null when there is none.</summary>
    public static WindowPlan? Window(YamlMapping owner) =>
        Length(owner.Text("in")) is { } length ? new(length, null) : Period(owner.Text("per")) is { } period ? new(null, period) : null;

    /// <summary>Reports a window that is both rolling and on the calendar, where the definition allows neither as well.</summary>
    public static void AtMostOneWindow(this DiagnosticBag diagnostics, YamlMapping? owner, ObjectDefinition definition)
    {
        if (owner?.Entry("in") is { } length && owner.Entry("per") is { } period)
        {
            diagnostics.MoreThanOneOf(period.Key, length.Key, definition);
        }
    }

    /// <summary>A stretch of the calendar; null for anything else.</summary>
    public static CalendarPeriod? Period(string? text) => text switch
    {
        "day" => CalendarPeriod.Day,
        "week" => CalendarPeriod.Week,
        "month" => CalendarPeriod.Month,
        _ => null,
    };

    /// <summary>A length of time; null for anything else.</summary>
    public static TimeSpan? Length(string? text) => DurationText.TryParse(text ?? "", out var length) ? length : null;

    /// <summary>A whole number; null for anything else.</summary>
    public static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
