using System.Globalization;
using NodaTime;
using Triggers.Model.Time;

namespace Triggers.Tests.Language.Calendars;

/// <summary>A schedule read and followed in the simplest way: minute after minute, each compared with the text. Slow; zones with whole-minute offsets only.</summary>
internal sealed class NaiveCron
{
    private const string Months = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
    private const string Weekdays = "SUNMONTUEWEDTHUFRISAT";

    private readonly HashSet<int> _minutes;
    private readonly HashSet<int> _hours;
    private readonly HashSet<int> _months;
    private readonly string _dates;
    private readonly string _weekdays;
    private readonly bool _isPaced;
    private readonly Dictionary<LocalDate, bool> _known = [];

    public NaiveCron(string text)
    {
        var fields = text.Split(' ');
        _minutes = Numbers(fields[0], 0, 59);
        _hours = Numbers(fields[1], 0, 23);
        (_dates, _months, _weekdays) = (fields[2], Numbers(fields[3], 1, 12), fields[4]);
        _isPaced = (fields[0] + fields[1]).IndexOfAny(['*', '-', '/']) >= 0;
    }

    /// <summary>The first time after a whole minute and not after <paramref name="end"/>; never when there is none.</summary>
    public Timestamp NextAfter(Timestamp after, Timestamp end, DateTimeZone zone)
    {
        for (var time = after + TimeSpan.FromMinutes(1); time <= end; time += TimeSpan.FromMinutes(1))
        {
            if (Comes(Instant.FromUnixTimeMilliseconds(time.UnixMilliseconds), zone))
            {
                return time;
            }
        }

        return Timestamp.Never;
    }

    private bool Comes(Instant time, DateTimeZone zone)
    {
        var local = time.InZone(zone).LocalDateTime;
        var before = (time - Duration.FromMinutes(1)).InZone(zone).LocalDateTime;
        for (var skipped = before.PlusMinutes(1); skipped < local; skipped = skipped.PlusMinutes(1))
        {
            if (Matches(skipped))
            {
                return true;
            }
        }

        return Matches(local) && (_isPaced || zone.MapLocal(local).First().ToInstant() == time);
    }

    private bool Matches(LocalDateTime local) => _minutes.Contains(local.Minute) && _hours.Contains(local.Hour) && IsDay(local.Date);

    private bool IsDay(LocalDate day)
    {
        if (!_known.TryGetValue(day, out var known))
        {
            var needsBoth = _weekdays.StartsWith('+') || _dates is "*" or "?" || _weekdays is "*" or "?";
            var (date, weekday) = (IsDate(day), IsWeekday(day));
            _known[day] = known = _months.Contains(day.Month) && (needsBoth ? date && weekday : date || weekday);
        }

        return known;
    }

    private bool IsDate(LocalDate day) => _dates.Split(',').Any(part =>
    {
        var last = day.With(DateAdjusters.EndOfMonth);
        if (part.EndsWith('W'))
        {
            var wanted = part[..^1];
            var number = wanted.StartsWith('L') ? last.Day - (wanted.Length > 1 ? int.Parse(wanted[2..], CultureInfo.InvariantCulture) : 0) : int.Parse(wanted, CultureInfo.InvariantCulture);
            return number >= 1 && number <= last.Day && day == NearestWorkingDay(new LocalDate(day.Year, day.Month, number));
        }

        return part == "?" || (part.StartsWith('L')
            ? day == last.PlusDays(part.Length > 1 ? -int.Parse(part[2..], CultureInfo.InvariantCulture) : 0)
            : Numbers(part, 1, 31).Contains(day.Day));
    });

    private static LocalDate NearestWorkingDay(LocalDate day) => new[] { 0, -1, 1, -2, 2 }
        .Select(day.PlusDays)
        .First(d => d.Month == day.Month && d.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday));

    private bool IsWeekday(LocalDate day) => _weekdays.TrimStart('+').Split(',').Any(part =>
    {
        var hash = part.Split('#');
        var isOn = part == "?" || Numbers(hash[0], 0, 7).Contains((int)day.DayOfWeek) || Numbers(hash[0], 0, 7).Contains((int)day.DayOfWeek % 7);
        return isOn && (hash.Length == 1 || (hash[1] == "L" ? day.PlusWeeks(1).Month != day.Month : (day.Day + 6) / 7 == int.Parse(hash[1], CultureInfo.InvariantCulture)));
    });

    private static HashSet<int> Numbers(string field, int least, int most)
    {
        var numbers = new HashSet<int>();
        foreach (var part in field.Split(',').Where(p => p != "?"))
        {
            var step = part.Split('/');
            var ends = step[0] == "*" ? [least, most == 7 ? 6 : most] : step[0].Split('-').Select(e => Number(e, least)).ToArray();
            for (var number = ends[0]; number <= ends[^1]; number += step.Length > 1 ? int.Parse(step[1], CultureInfo.InvariantCulture) : 1)
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }

    private static int Number(string text, int least) =>
        char.IsAsciiDigit(text[0]) ? int.Parse(text, CultureInfo.InvariantCulture) : ((least == 1 ? Months : Weekdays).IndexOf(text, StringComparison.Ordinal) / 3) + least;
}
