using System.Globalization;

namespace Triggers.Language.Calendars;

/// <summary>Reads the text of one schedule; <see cref="Problem"/> tells the first mistake.</summary>
internal sealed class CronReader
{
    private const int LastNth = 6;

    private readonly ulong[] _numbers = new ulong[CronField.All.Count];
    private uint _datesFromEnd;
    private int? _nearest;
    private ulong _nth;
    private bool _isPaced;

    /// <summary>What is wrong, and how to mend it; null while nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>The schedule; null, with a problem, when the text is none.</summary>
    public CronSchedule? Read(string text)
    {
        var fields = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != CronField.All.Count)
        {
            Problem = text.TrimStart().StartsWith('@')
                ? $"`{text.Trim()}` is a nickname; write the five fields, for instance `0 10 * * *` for every day at 10:00."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"A schedule has five fields, minute, hour, day of the month, month and day of the week, but this has {fields.Length}; for instance `0 10 * * 5`.");
            return null;
        }

        var needsBoth = fields[^1].StartsWith('+');
        fields[^1] = needsBoth ? fields[^1][1..] : fields[^1];
        for (var i = 0; i < fields.Length && Problem is null; i++)
        {
            ReadField(CronField.All[i], fields[i]);
        }

        if (Problem is not null)
        {
            return null;
        }

        var weekdays = _numbers[4];
        var days = new CronDays
        {
            Dates = (uint)_numbers[2],
            DatesFromEnd = _datesFromEnd,
            NearestWorkingDay = _nearest,
            HasDates = !IsAny(fields[2]),
            Months = (uint)_numbers[3],
            Weekdays = (uint)((weekdays | (weekdays >> 7)) & 0x7F),
            NthWeekdays = _nth,
            HasWeekdays = !IsAny(fields[4]),
            NeedsBoth = needsBoth,
        };
        return new(string.Join(' ', text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)), _numbers[0], (uint)_numbers[1], days, _isPaced);
    }

    private static bool IsAny(string field) => field is "*" or "?";

    private void ReadField(CronField field, string text)
    {
        if (text == "?" && (field == CronField.Date || field == CronField.Weekday))
        {
            return;
        }

        var isList = text.Contains(',', StringComparison.Ordinal);
        foreach (var part in text.Split(','))
        {
            if (Problem is null && !(field == CronField.Date && ReadSpecialDate(field, part, isList)) && !(field == CronField.Weekday && ReadNthWeekday(field, part)))
            {
                ReadPart(field, part);
            }
        }
    }

    /// <summary><c>*</c>, <c>5</c>, <c>5-9</c>, each of the first and last with a step.</summary>
    private void ReadPart(CronField field, string part)
    {
        var slash = part.IndexOf('/', StringComparison.Ordinal);
        var range = slash < 0 ? part : part[..slash];
        var dash = range.IndexOf('-', StringComparison.Ordinal);
        var isAll = range == "*";
        var from = isAll ? field.Least : field.Number(dash < 0 ? range : range.AsSpan(0, dash));
        var to = isAll ? MostOfAll(field) : dash < 0 ? from : End(field, range.AsSpan(dash + 1), from);
        var step = slash < 0 ? 1 : CronField.Whole(part.AsSpan(slash + 1));
        if (from < 0 || to < 0)
        {
            Problem = Wrong(field, part);
        }
        else if (step < 1 || step > field.Most)
        {
            Problem = Wrong(field, part, string.Create(CultureInfo.InvariantCulture, $"a step is 1 to {field.Most}"));
        }
        else if (from > to)
        {
            Problem = Wrong(field, part, $"the range runs backwards; write {Forwards(field, from, to, part)}");
        }
        else if (slash >= 0 && !isAll && dash < 0)
        {
            Problem = Wrong(field, part, string.Create(CultureInfo.InvariantCulture, $"a step needs `*` or a range; write `{from}-{MostOfAll(field)}/{step}`"));
        }
        else
        {
            _isPaced |= field.Place <= 2 && (isAll || dash >= 0);
            for (var number = from; number <= to; number += step)
            {
                _numbers[field.Place - 1] |= 1UL << number;
            }
        }
    }

    /// <summary>The end of a range; Sunday by name ends a week when the range does not begin with it.</summary>
    private static int End(CronField field, ReadOnlySpan<char> text, int from)
    {
        var number = field.Number(text);
        return field == CronField.Weekday && number == 0 && from > 0 && !char.IsAsciiDigit(text[0]) ? field.Most : number;
    }

    private static int MostOfAll(CronField field) => field == CronField.Weekday ? 6 : field.Most;

    /// <summary>A backward range in two: <c>51-59,0-4</c>.</summary>
    private static string Forwards(CronField field, int from, int to, string part) => part.Contains('/', StringComparison.Ordinal)
        ? "its numbers as a list"
        : $"`{Range(from, Math.Max(from, MostOfAll(field)))},{Range(field.Least, to)}`";

    private static string Range(int from, int to) =>
        from == to ? from.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{from}-{to}");

    /// <summary><c>L</c>, <c>L-3</c>, and by themselves <c>LW</c>, <c>L-3W</c>, <c>15W</c>.</summary>
    private bool ReadSpecialDate(CronField field, string part, bool isList)
    {
        var isNearest = part.EndsWith('W');
        var day = isNearest ? part[..^1] : part;
        var isFromEnd = day.StartsWith('L');
        if (!isFromEnd && !isNearest)
        {
            return false;
        }

        var number = !isFromEnd ? field.Number(day) : day.Length == 1 ? 0 : day[1] == '-' ? CronField.Whole(day.AsSpan(2)) : -1;
        if (number < 0 || number >= field.Most + (isFromEnd ? 0 : 1))
        {
            Problem = Wrong(field, part);
        }
        else if (isNearest && isList)
        {
            Problem = Wrong(field, part, "`W` stands alone, without a list");
        }
        else if (isNearest)
        {
            _nearest = isFromEnd ? -number : number;
        }
        else
        {
            _datesFromEnd |= 1u << number;
        }

        return true;
    }

    /// <summary><c>MON#1</c>, <c>FRI#L</c>, <c>5L</c>.</summary>
    private bool ReadNthWeekday(CronField field, string part)
    {
        var hash = part.IndexOf('#', StringComparison.Ordinal);
        if (hash < 0 && !part.EndsWith('L'))
        {
            return false;
        }

        var weekday = field.Number(hash < 0 ? part.AsSpan(0, part.Length - 1) : part.AsSpan(0, hash));
        var nth = hash < 0 || part.AsSpan(hash + 1) is "L" ? LastNth : part.Length == hash + 2 ? part[hash + 1] - '0' : 0;
        if (weekday < 0)
        {
            Problem = Wrong(field, part);
        }
        else if (nth is < 1 or > LastNth || (nth == LastNth && part[^1] != 'L'))
        {
            Problem = Wrong(field, part, "after `#` comes 1 to 5, or `L` for the last of the month");
        }
        else
        {
            _nth |= 1UL << ((8 * (weekday % 7)) + nth);
        }

        return true;
    }

    private static string Wrong(CronField field, string part, string? why = null) => string.Create(
        CultureInfo.InvariantCulture, $"Field {field.Place}, the {field.Noun}, has `{part}`: {why ?? $"allowed are {field.Allowed}"}.");
}
