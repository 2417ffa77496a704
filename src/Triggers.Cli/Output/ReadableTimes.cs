using System.Globalization;
using System.Text.RegularExpressions;
using Triggers.Language.Calendars;
using Triggers.Model.Time;

namespace Triggers.Cli.Output;

/// <summary>The exact instants of decisions as people in a zone read them off a clock: <c>2026-03-03T09:30:41.000Z</c> → <c>Tue 2026-03-03 10:30:41</c>.</summary>
/// <param name="zone">A zone of the tz database.</param>
public sealed partial class ReadableTimes(string zone)
{
    /// <summary>The zone whose clock is meant.</summary>
    public string Zone => zone;

    /// <summary>An exact instant in RFC 3339; anything else stays as it is.</summary>
    public string Say(string exact) =>
        DateTimeOffset.TryParse(exact, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? Say(Timestamp.From(time)) : exact;

    /// <summary>An instant.</summary>
    public string Say(Timestamp time) => LocalTimeText.WriteWithWeekday(time, zone);

    /// <summary>A sentence with all exact instants in it replaced.</summary>
    public string In(string sentence) => Exact().Replace(sentence, match => Say(match.Value));

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", RegexOptions.CultureInvariant)]
    private static partial Regex Exact();
}
