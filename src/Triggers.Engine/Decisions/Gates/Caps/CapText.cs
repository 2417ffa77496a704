using System.Globalization;
using Triggers.Language.Plan.Messaging;

namespace Triggers.Engine.Decisions.Gates.Caps;

/// <summary>An allowance in words: <c>2 in 7 days</c>, <c>1 per day</c>, <c>3</c>.</summary>
internal static class CapText
{
    /// <summary>Writes it.</summary>
    public static string Write(AllowancePlan allowance)
    {
        var number = allowance.AtMost.ToString(CultureInfo.InvariantCulture);
        return allowance.Window is not { } window ? number
            : window.Period is { } period ? $"{number} per {period.ToString().ToLowerInvariant()}"
            : $"{number} in {Say(window.Length!.Value)}";
    }

    private static string Say(TimeSpan length) => length switch
    {
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerDay == 0 => Say(length.Days, "day"),
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerHour == 0 => Say((int)length.TotalHours, "hour"),
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerMinute == 0 => Say((int)length.TotalMinutes, "minute"),
        _ => Say((long)length.TotalSeconds, "second"),
    };

    private static string Say(long count, string unit) => FormattableString.Invariant($"{count} {unit}{(count == 1 ? "" : "s")}");
}
