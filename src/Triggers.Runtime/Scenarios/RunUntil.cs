using System.Globalization;
using System.Text.RegularExpressions;
using Triggers.Model.Time;

namespace Triggers.Runtime.Scenarios;

/// <summary>Where the clock of a file run stops: at the last event, when no timer is left, or at a given time.</summary>
public sealed partial record RunUntil
{
    private RunUntil(Timestamp? time, bool runsOut) => (Time, RunsOut) = (time, runsOut);

    /// <summary>At the last event: timers that are due later stay open. The default.</summary>
    public static RunUntil Last { get; } = new(null, false);

    /// <summary>The clock runs on after the last event until no timer is left.</summary>
    public static RunUntil End { get; } = new(null, true);

    /// <summary>
    /// The clock stops at <paramref name="time"/>: after the last event it runs on until then; the first event that would take it further ends the run and is not read.
    /// </summary>
    public static RunUntil At(Timestamp time) => new(time, false);

    /// <summary>The given time, or null.</summary>
    public Timestamp? Time { get; }

    /// <summary>True for <see cref="End"/>.</summary>
    public bool RunsOut { get; }

    /// <summary>Reads <c>last</c>, <c>end</c> or a time of RFC 3339 (a date alone is its midnight in UTC); null when it is anything else.</summary>
    public static RunUntil? Parse(string text) => text switch
    {
        "last" => Last,
        "end" => End,
        _ when WrittenTime().IsMatch(text) &&
            DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => At(Timestamp.From(time)),
        _ => null,
    };

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d([Tt ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?([Zz]|[+-]\d\d:\d\d)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex WrittenTime();
}
