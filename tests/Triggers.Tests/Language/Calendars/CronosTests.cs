using System.Globalization;
using System.Text.Json;
using NodaTime;
using Triggers.Language.Calendars;
using Triggers.Model.Time;
using Triggers.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Triggers.Tests.Language.Calendars;

/// <summary>The vectors of Cronos, as far as this language claims them.</summary>
public sealed class CronosTests(ITestOutputHelper output)
{
    private const string Vectors = "conformance/cron/cronos/cronos_vectors.json";
    private const string Today = "2016-12-09";

    private static readonly string[] Fields = ["Minutes", "Hours", "Days of month", "Months", "Days of week"];

    [SharedDataFact(Vectors)]
    public void Every_claimed_vector_passes_and_the_rest_is_left_out_with_its_reason()
    {
        var cases = Read();
        var claimed = cases.Where(c => c.LeftOut is null).ToList();
        var failures = claimed.Select(c => (Case: c, Failure: Failure(c))).Where(f => f.Failure is not null).ToList();

        output.WriteLine("| test of Cronos | vectors | claimed | passed | left out because |\n|---|---|---|---|---|");
        foreach (var test in cases.GroupBy(c => c.Test))
        {
            var reasons = string.Join("; ", test.Where(c => c.LeftOut is not null).GroupBy(c => c.LeftOut).Select(g => $"{g.Key} ({g.Count()})"));
            var passed = test.Count(c => c.LeftOut is null) - failures.Count(f => f.Case.Test == test.Key);
            output.WriteLine($"| {test.Key} | {test.Count()} | {test.Count(c => c.LeftOut is null)} | {passed} | {reasons} |");
        }

        ResultFile.Write("cronos-conformance.json", new
        {
            vectors = cases.Count,
            claimed = claimed.Count,
            passed = claimed.Count - failures.Count,
            daylightSaving = new
            {
                vectors = cases.Count(c => c.IsDaylightSaving),
                claimed = claimed.Count(c => c.IsDaylightSaving),
                passed = claimed.Count(c => c.IsDaylightSaving) - failures.Count(f => f.Case.IsDaylightSaving),
            },
            leftOut = cases.Where(c => c.LeftOut is not null).GroupBy(c => c.LeftOut!).ToDictionary(g => g.Key, g => g.Count()),
        });
        output.WriteLine(string.Join('\n', failures.Select(f => $"{f.Case.Test} {string.Join(" | ", f.Case.Values)}: {f.Failure}")));
        Assert.Equal("", string.Join('\n', failures.Select(f => $"{f.Case.Test} {string.Join(" | ", f.Case.Values)}: {f.Failure}")));
        Assert.Equal((1_787, 1_362, 170), (cases.Count, claimed.Count, claimed.Count(c => c.IsDaylightSaving)));
    }

    private static List<CronosCase> Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf(Vectors)!));
        var root = document.RootElement;
        var zones = root.GetProperty("zones").EnumerateObject().ToDictionary(z => z.Name, z => z.Value.GetString()!);
        return [.. root.GetProperty("tests").EnumerateArray().SelectMany(t => t.GetProperty("cases").EnumerateArray().Select(c => new CronosCase(t, c, zones)))];
    }

    /// <summary>What went wrong; null when the vector passes.</summary>
    private static string? Failure(CronosCase vector)
    {
        if (vector.Test.StartsWith("Parse_Throws", StringComparison.Ordinal))
        {
            var place = Array.IndexOf(Fields, vector.Values[2]) + 1;
            return CronSchedule.TryParse(vector.WithoutSeconds, out _, out var told) ? "is read"
                : place == 0 || told.StartsWith($"Field {place},", StringComparison.Ordinal) || told.StartsWith("A schedule has five fields", StringComparison.Ordinal) ? null
                : $"{vector.WithoutSeconds} is refused for another field: {told}";
        }

        var text = vector.Ours(vector.Values[0]);
        if (!CronSchedule.TryParse(text, out var schedule, out var problem))
        {
            return $"{text}: {problem}";
        }

        var zone = Clocks.Zone(vector.Zone);
        if (vector.Test.StartsWith("Equals", StringComparison.Ordinal))
        {
            var other = Clocks.Cron(vector.Ours(vector.Values[1]));
            return Times(schedule, zone).SequenceEqual(Times(other, zone)) == vector.Test.Contains("True", StringComparison.Ordinal) ? null : $"{schedule} against {other}";
        }

        if (vector.Test == "HandleWhiteSpaces")
        {
            return null;
        }

        var after = After(vector.Values[1], zone, vector.IsInclusive);
        var next = schedule.NextAfter(after, zone);
        var passes = vector.Test.Contains("Null", StringComparison.Ordinal) ? next == Timestamp.Never
            : vector.Test.Contains("Progress", StringComparison.Ordinal) ? next > after && schedule.NextAfter(next, zone) > next
            : next == After(vector.Values[2], zone, isInclusive: false);
        return passes ? null : $"{schedule} gives {Clocks.Show(next, zone)}";
    }

    private static List<Timestamp> Times(CronSchedule schedule, DateTimeZone zone)
    {
        var times = new List<Timestamp> { Clocks.At("2016-01-01 00:00 Z") };
        while (times.Count < 3_000 && times[^1] != Timestamp.Never)
        {
            times.Add(schedule.NextAfter(times[^1], zone));
        }

        return times;
    }

    /// <summary>The instant to look after: a millisecond before a start that counts itself, whole milliseconds at most the start otherwise.</summary>
    private static Timestamp After(string text, DateTimeZone zone, bool isInclusive)
    {
        var full = text.Contains('-', StringComparison.Ordinal) ? text : $"{Today} {text}";
        var instant = full.Length > 16 && (full.Contains(" +", StringComparison.Ordinal) || full.Contains(" -", StringComparison.Ordinal))
            ? Instant.FromDateTimeOffset(DateTimeOffset.Parse(full, CultureInfo.InvariantCulture))
            : LocalDateTime.FromDateTime(DateTime.Parse(full, CultureInfo.InvariantCulture)).InZoneLeniently(zone).ToInstant();
        var milliseconds = instant.ToUnixTimeMilliseconds();
        return new(isInclusive && Instant.FromUnixTimeMilliseconds(milliseconds) == instant ? milliseconds - 1 : milliseconds);
    }
}
