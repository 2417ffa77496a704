using System.IO.Compression;
using NodaTime;
using NodaTime.Text;
using Triggers.Language.Calendars;
using Triggers.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Triggers.Tests.Language.Calendars;

/// <summary>The changes of clocks in NodaTime's tz database against those that the tz project's own compiler gives (github.com/nodatime/tzvalidate).</summary>
public sealed class TzValidateTests(ITestOutputHelper output)
{
    private const string Newest = "conformance/tz/tzdata2026b-tzvalidate.zip";

    private const string Morocco = "2027-02-07 02:00:00Z +00:00:00 daylight +00, now 2026-09-20 01:00:00Z +00:00:00 standard +00";
    private const string Alberta = "2026-11-01 08:00:00Z -07:00:00 standard MST, now 2026-11-01 08:00:00Z -06:00:00 standard CST";
    private const string Manitoba = "2026-11-01 07:00:00Z -06:00:00 standard CST, now 2026-11-01 07:00:00Z -05:00:00 standard EST";
    private const string Cuba = "2026-11-01 05:00:00Z -05:00:00 standard CST, now none";
    private const string Iran = "1979-05-26 20:30:00Z +04:30:00 daylight +0430, now 1979-05-25 20:30:00Z +04:30:00 daylight +0430";

    private static readonly Instant From = Instant.FromUtc(1970, 1, 1, 0, 0);
    private static readonly Instant To = Instant.FromUtc(2035, 1, 1, 0, 0);

    /// <summary>Zones that version 2026f of the tz database gives other changes than 2026b, each with the first that differs. A newer NodaTime may make this list longer.</summary>
    private static readonly Dictionary<string, string> ChangedSince = new()
    {
        ["Africa/Casablanca"] = Morocco,
        ["Africa/El_Aaiun"] = Morocco,
        ["America/Bogota"] = "1992-05-03 05:00:00Z -04:00:00 daylight -04, now 1992-05-02 05:00:00Z -04:00:00 daylight -04",
        ["America/Edmonton"] = Alberta,
        ["America/Havana"] = Cuba,
        ["America/Inuvik"] = Alberta,
        ["America/Rainy_River"] = Manitoba,
        ["America/Winnipeg"] = Manitoba,
        ["America/Yellowknife"] = Alberta,
        ["Asia/Tehran"] = Iran,
        ["Canada/Central"] = Manitoba,
        ["Canada/Mountain"] = Alberta,
        ["Cuba"] = Cuba,
        ["Iran"] = Iran,
    };

    [SharedDataFact(Newest)]
    public void Every_zone_changes_its_clocks_from_1970_to_2034_as_the_tz_project_says()
    {
        var zones = Read();
        var different = zones.Where(z => !z.Value.SequenceEqual(Changes(z.Key))).ToDictionary(z => z.Key, z => Difference(z.Value, Changes(z.Key)));

        output.WriteLine($"tz database {TimeZones.TzVersion}: {zones.Count - different.Count} of {zones.Count} zones change as in {Path.GetFileName(Newest)}.");
        ResultFile.Write("tz-conformance.json", new { version = TimeZones.TzVersion, zones = zones.Count, agree = zones.Count - different.Count, changedSince = ChangedSince });
        Assert.Equal(Shown(ChangedSince), Shown(different));
        Assert.InRange(zones.Count, 590, 610);
    }

    /// <summary>The state at the start and each change, as the file writes them: instant, offset, whether summer time, abbreviation.</summary>
    private static List<string> Changes(string name) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is not { } zone
        ? ["no such zone"]
        : [.. zone.GetZoneIntervals(From, To).Select(i => Change(i.HasStart && i.Start >= From ? i.Start : null, i.WallOffset, i.Savings != Offset.Zero, i.Name))];

    private static string Change(Instant? start, Offset offset, bool isSummer, string abbreviation) => string.Join(
        ' ',
        start is { } at ? InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss'Z'").Format(at) : "at first",
        OffsetPattern.CreateWithInvariantCulture("+HH:mm:ss").Format(offset),
        isSummer ? "daylight" : "standard",
        abbreviation);

    private static Dictionary<string, List<string>> Read()
    {
        using var archive = ZipFile.OpenRead(SharedData.PathOf(Newest)!);
        using var reader = new StreamReader(archive.Entries.Single().Open());
        var text = reader.ReadToEnd();
        var zones = new Dictionary<string, List<string>>();
        foreach (var block in text[(text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..].Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var changes = lines[1..].Select(l => (At: l[..20], State: l[21..])).ToList();
            var first = changes.FindLastIndex(c => c.At.StartsWith("Initially", StringComparison.Ordinal) || string.CompareOrdinal(c.At, "1970-01-01 00:00:00Z") < 0);
            zones[lines[0]] = [$"at first {changes[first].State}", .. changes[(first + 1)..].Select(c => $"{c.At} {c.State}")];
        }

        return zones;
    }

    /// <summary>The first change that differs.</summary>
    private static string Difference(List<string> expected, List<string> actual) =>
        $"{expected.Except(actual).FirstOrDefault() ?? "none"}, now {actual.Except(expected).FirstOrDefault() ?? "none"}";

    private static string Shown(Dictionary<string, string> zones) => string.Join('\n', zones.OrderBy(z => z.Key, StringComparer.Ordinal).Select(z => $"{z.Key}: {z.Value}"));
}
