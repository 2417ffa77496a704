using System.Globalization;
using System.Text.Json;

namespace Triggers.Tests.Language.Calendars;

/// <summary>One row of the tests of Cronos (github.com/HangfireIO/Cronos), with its schedule in the notation of this language.</summary>
internal sealed class CronosCase
{
    private static readonly (int Least, int Most)[] Bounds = [(0, 59), (0, 23), (1, 31), (1, 12), (0, 6)];
    private static readonly string[] Names = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    public CronosCase(JsonElement test, JsonElement values, IReadOnlyDictionary<string, string> zones)
    {
        Test = test.GetProperty("test").GetString()!;
        var names = test.GetProperty("params").EnumerateArray().Select(p => p.GetString()!).ToArray();
        Values = values.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Object ? v.GetProperty("code").GetString()! : v.ToString()).ToArray();
        HasSeconds = Values.Contains("CronFormat.IncludeSeconds") || test.GetProperty("formats_mentioned").EnumerateArray().Any(f => f.GetString() == "IncludeSeconds");
        var mentioned = test.GetProperty("zones_mentioned").EnumerateArray().Select(z => z.GetString()!).FirstOrDefault() ?? "";
        Zone = zones.GetValueOrDefault(mentioned, "Etc/UTC");
        var inclusive = Array.IndexOf(names, "inclusive");
        IsInclusive = inclusive < 0 ? !IsExclusive(Test) : bool.Parse(Values[inclusive]);
    }

    public string Test { get; }

    public IReadOnlyList<string> Values { get; }

    public bool HasSeconds { get; }

    public string Zone { get; }

    /// <summary>Whether an occurrence at the start itself counts.</summary>
    public bool IsInclusive { get; }

    public bool IsDaylightSaving => Test.Contains("DST", StringComparison.Ordinal);

    /// <summary>The schedule as Cronos writes it, in five fields.</summary>
    public string WithoutSeconds => HasSeconds ? string.Join(' ', Fields(Values[0])[1..]) : Values[0];

    /// <summary>Why the row is not claimed; null when it is.</summary>
    public string? LeftOut =>
        Test.Contains("Previous", StringComparison.Ordinal) ? "looks backwards"
        : Test.Contains("Kind", StringComparison.Ordinal) || Test.Contains("RoundsFrom", StringComparison.Ordinal) ? "about DateTime, which is not used here"
        : Test.StartsWith("ToString", StringComparison.Ordinal) ? "prints the schedule in a normal form"
        : Values[0].Contains('@', StringComparison.Ordinal) && !Test.StartsWith("Parse_Throws", StringComparison.Ordinal) ? "nickname such as @daily"
        : Test.EndsWith("ContainsHash", StringComparison.Ordinal) || Values[0].Contains('H', StringComparison.Ordinal) && HasHash(Values[0]) ? "`H`, a number by hash"
        : Test.StartsWith("GetNext", StringComparison.Ordinal) && HasSmallLetters ? "`l` and `w` in small letters (refused by OCPS 1.3)"
        : Test.StartsWith("Equals_ReturnsFalse", StringComparison.Ordinal) && Values[0] == "* * 31 1 *" ? "compares texts, and these two have the same times"
        : Values[0].Split(' ')[0] == "?" || Values[0].StartsWith("? ?", StringComparison.Ordinal) ? "`?` outside the days (refused by OCPS 1.4)"
        : HasSeconds && !IsByMinute ? "field of seconds"
        : null;

    private bool HasSmallLetters => Ours(Values[0]).Split(' ')[2].IndexOfAny(['l', 'w']) >= 0;

    /// <summary>Whether six fields ask for whole minutes: with <c>0</c> seconds always, with <c>*</c> when the start is a whole minute that counts itself.</summary>
    private bool IsByMinute =>
        Fields(Values[0]) is ["0", _, _, _, _, _] || (Fields(Values[0]) is ["*", _, _, _, _, _] && IsInclusive && !IsDaylightSaving && Values.Skip(1).All(IsWholeMinute));

    /// <summary>A schedule of theirs in this language: without seconds, AND as <c>+</c>, steps after ranges only, ranges that run forwards.</summary>
    public string Ours(string theirs)
    {
        var fields = Fields(theirs);
        fields = HasSeconds ? fields[1..] : fields;
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = string.Join(',', fields[i].Split(',').Select(part => Forwards(part, i)));
        }

        var bothGiven = fields[2] is not ("*" or "?") && fields[4] is not ("*" or "?");
        return string.Join(' ', fields[..4]) + (bothGiven ? " +" : " ") + fields[4];
    }

    /// <summary>Tests without the parameter include the start, except these; the second starts where a gap ends, and there Cronos never counts what fell into the gap.</summary>
    private static bool IsExclusive(string test) =>
        test.Contains("InclusiveIsFalse", StringComparison.Ordinal) || test == "GetNextOccurrence_HandleDifficultDSTCases_WhenTheClockJumpsForwardOnFriday";

    private static string[] Fields(string text) => text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsWholeMinute(string text) => text.Count(c => c == ':') < 2 || text.EndsWith(":00", StringComparison.Ordinal);

    private static bool HasHash(string text) => Fields(text).Any(f => f.Split(',').Any(p => p.StartsWith('H') || p.Contains("-H", StringComparison.Ordinal)));

    private static string Forwards(string part, int field)
    {
        var (least, most) = Bounds[field];
        var step = part.Split('/');
        var ends = step[0].Split('-');
        if (ends.Length == 1)
        {
            return step.Length == 1 || ends[0] == "*" ? part : $"{ends[0]}-{most.ToString(CultureInfo.InvariantCulture)}/{step[1]}";
        }

        if (ends[0] == "L" || Number(ends[0]) is not { } from || Number(ends[1]) is not { } to || from <= to || (field == 4 && ends[1].Equals("SUN", StringComparison.OrdinalIgnoreCase)))
        {
            return part;
        }

        if (step.Length == 1)
        {
            return $"{from}-{most},{least}-{to}";
        }

        var size = most - least + 1;
        var every = int.Parse(step[1], CultureInfo.InvariantCulture);
        return string.Join(',', Enumerable.Range(0, size).Where(i => from + i <= to + size && i % every == 0).Select(i => ((from - least + i) % size) + least));
    }

    private static int? Number(string text)
    {
        var name = Array.FindIndex(Names, n => n.Equals(text, StringComparison.OrdinalIgnoreCase));
        return name >= 7 ? name - 6 : name >= 0 ? name : int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
