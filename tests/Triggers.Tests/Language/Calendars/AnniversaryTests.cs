using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Triggers.Language.Calendars;
using Triggers.Model.Time;
using Triggers.Model.Values;
using Xunit;

namespace Triggers.Tests.Language.Calendars;

public sealed class AnniversaryTests
{
    [Theory]
    [InlineData("1990-05-03", "2026-01-01 00:00 Z", "2026-05-03 10:00 +02:00\n2027-05-03 10:00 +02:00")]
    [InlineData("--05-03", "2026-05-03 08:00 Z", "2027-05-03 10:00 +02:00")]
    [InlineData("05-03", "2026-05-03 07:59:59.999 Z", "2026-05-03 10:00 +02:00")]
    [InlineData("1990-12-31", "2026-12-31 09:00 Z", "2027-12-31 10:00 +01:00")]
    [InlineData("01-01", "2026-12-31 23:30 Z", "2027-01-01 10:00 +01:00")]
    public void A_date_comes_round_each_year_at_its_time_of_day(string date, string after, string expected) =>
        Assert.Equal(expected, Next(date, "10:00", TimeSpan.Zero, "Europe/Berlin", after, expected.Split('\n').Length));

    [Theory]
    [InlineData("1992-02-29")]
    [InlineData("--02-29")]
    public void The_29th_of_February_comes_on_the_28th_in_other_years(string date) => Assert.Equal(
        "2026-02-28 10:00 +01:00\n2027-02-28 10:00 +01:00\n2028-02-29 10:00 +01:00\n2029-02-28 10:00 +01:00",
        Next(date, "10:00", TimeSpan.Zero, "Europe/Berlin", "2025-03-01 00:00 Z", 4));

    [Fact]
    public void The_29th_of_February_comes_on_the_28th_in_2100() =>
        Assert.Equal("2100-02-28 10:00 +00:00\n2101-02-28 10:00 +00:00", Next("02-29", "10:00", TimeSpan.Zero, "Etc/UTC", "2096-03-01 00:00 Z", 5)[^47..]);

    [Fact]
    public void A_date_with_a_year_does_not_come_before_it() => Assert.Equal(
        "2028-06-01 10:00 +02:00\n2029-06-01 10:00 +02:00", Next("2028-06-01", "10:00", TimeSpan.Zero, "Europe/Berlin", "2026-01-01 00:00 Z", 2));

    [Fact]
    public void A_warning_before_a_date_with_a_year_comes_before_its_first_day() =>
        Assert.Equal("2028-05-02 10:00 +02:00", Next("2028-06-01", "10:00", TimeSpan.FromDays(30), "Europe/Berlin", "2026-01-01 00:00 Z", 1));

    [Theory]
    [InlineData("03-30", 3, "2026-03-27 10:00 +01:00")]
    [InlineData("01-02", 3, "2025-12-30 10:00 +01:00")]
    [InlineData("02-29", 1, "2026-02-27 10:00 +01:00")]
    [InlineData("10-26", 1, "2026-10-25 10:00 +01:00")]
    [InlineData("06-01", 400, "2026-04-27 10:00 +02:00")]
    public void Whole_days_before_are_days_of_the_calendar(string date, int days, string expected) =>
        Assert.Equal(expected, Next(date, "10:00", TimeSpan.FromDays(days), "Europe/Berlin", "2025-12-01 00:00 Z", 1));

    [Theory]
    [InlineData("03-29", 12, "2026-03-28 21:00 +01:00")]
    [InlineData("10-25", 12, "2026-10-24 23:00 +02:00")]
    [InlineData("03-30", 36, "2026-03-28 21:00 +01:00")]
    public void Any_other_time_before_is_elapsed_time(string date, int hours, string expected) =>
        Assert.Equal(expected, Next(date, "10:00", TimeSpan.FromHours(hours), "Europe/Berlin", "2026-01-01 00:00 Z", 1));

    [Theory]
    [InlineData("03-29", "02:30", "Europe/Berlin", "2026-03-29 03:00 +02:00\n2027-03-29 02:30 +02:00")]
    [InlineData("10-25", "02:30", "Europe/Berlin", "2026-10-25 02:30 +02:00\n2027-10-25 02:30 +02:00")]
    [InlineData("04-05", "01:45", "Australia/Lord_Howe", "2026-04-05 01:45 +11:00\n2027-04-05 01:45 +10:30")]
    [InlineData("09-06", "00:00", "America/Santiago", "2026-09-06 01:00 -03:00\n2027-09-06 00:00 -03:00")]
    public void A_gap_moves_the_time_to_its_end_and_a_fold_takes_the_first_of_the_two(string date, string at, string zone, string expected) =>
        Assert.Equal(expected, Next(date, at, TimeSpan.Zero, zone, "2026-01-01 00:00 Z", 2));

    [Fact]
    public void The_first_of_two_times_in_a_fold_is_not_followed_by_the_second() =>
        Assert.Equal("2027-10-25 02:30 +02:00", Next("10-25", "02:30", TimeSpan.Zero, "Europe/Berlin", "2026-10-25 02:30 +02:00", 1));

    [Fact]
    public void A_day_that_a_zone_leaves_out_comes_at_the_start_of_the_next() =>
        Assert.Equal("2011-12-31 00:00 +14:00", Next("12-30", "10:00", TimeSpan.Zero, "Pacific/Apia", "2011-06-01 00:00 Z", 1));

    [Fact]
    public void The_ends_of_time_are_answered()
    {
        var anniversary = new Anniversary(Anniversary.DefaultAt, TimeSpan.FromDays(10_000));
        Assert.True(YearlyDate.TryParse("05-03", out var date));

        Assert.Equal(Timestamp.Never, anniversary.NextAfter(date, Timestamp.Never, DateTimeZone.Utc));
        Assert.True(anniversary.NextAfter(date, Timestamp.Beginning, DateTimeZone.Utc) > Timestamp.Beginning);
        Assert.Throws<ArgumentException>(() => anniversary.NextAfter(default, Timestamp.Beginning, DateTimeZone.Utc));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Anniversary(Anniversary.DefaultAt, TimeSpan.FromDays(-1)));
    }

    [Theory]
    [InlineData("1990-05-03", "1990-05-03")]
    [InlineData("05-03", "--05-03")]
    [InlineData("--05-03", "--05-03")]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("02-29", "--02-29")]
    [InlineData("2023-02-29", null)]
    [InlineData("02-30", null)]
    [InlineData("0000-01-01", null)]
    [InlineData("1990-5-3", null)]
    [InlineData("-05-03", null)]
    [InlineData("03/05/1990", null)]
    [InlineData("1990-05-03T00:00:00Z", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_date_is_read_as_year_month_day_or_month_day(string? text, string? expected) =>
        Assert.Equal(expected, YearlyDate.TryParse(text, out var date) ? date.ToString() : null);

    [Fact]
    public void The_date_of_an_instant_is_the_day_in_the_zone()
    {
        var value = Value.OfTimestamp(1_772_366_400 - 3_600, 999_999_999);

        Assert.True(YearlyDate.TryRead(value, Clocks.Zone("Etc/UTC"), out var utc));
        Assert.True(YearlyDate.TryRead(value, Clocks.Zone("Asia/Shanghai"), out var east));
        Assert.True(YearlyDate.TryRead(Value.Of("02-29"), Clocks.Zone("Asia/Shanghai"), out var text));
        Assert.False(YearlyDate.TryRead(Value.Of(5L), DateTimeZone.Utc, out _));
        Assert.Equal(("2026-03-01", "2026-03-01", "--02-29"), (utc.ToString(), east.ToString(), text.ToString()));
        Assert.Equal("2026-03-02", YearlyDate.Of(Clocks.At("2026-03-01 16:00 Z"), Clocks.Zone("Asia/Shanghai")).ToString());
    }

    [Fact]
    public void The_next_time_is_the_one_that_NodaTime_finds_year_by_year() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Agrees));

    private static void Agrees(int seed)
    {
        var random = new Random(seed);
        var ids = DateTimeZoneProviders.Tzdb.Ids;
        var zone = Clocks.Zone(ids[random.Next(ids.Count)]);
        var day = new LocalDate(random.Next(1940, 2010), 1, 1).PlusDays(random.Next(366));
        var at = new LocalTime(random.Next(24), random.Next(60));
        var before = random.Next(3) switch { 0 => TimeSpan.Zero, 1 => TimeSpan.FromDays(random.Next(1, 800)), _ => TimeSpan.FromMinutes(random.Next(1, 9_000)) };
        var after = Instant.FromUtc(1995, 1, 1, 0, 0) + Duration.FromMilliseconds(random.NextInt64(40L * 365 * 86_400_000));
        var isWhole = before.Ticks % TimeSpan.TicksPerDay == 0;

        var expected = Enumerable.Range(1940, 120)
            .Where(y => y >= day.Year)
            .Select(y => day.PlusYears(y - day.Year).PlusDays(isWhole ? -before.Days : 0) + at)
            .Select(local => zone.ResolveLocal(local, NodaTime.TimeZones.Resolvers.CreateMappingResolver(
                NodaTime.TimeZones.Resolvers.ReturnEarlier, NodaTime.TimeZones.Resolvers.ReturnStartOfIntervalAfter)).ToInstant() - (isWhole ? Duration.Zero : Duration.FromTimeSpan(before)))
            .First(i => i > after);

        Assert.True(YearlyDate.TryParse(day.ToString("uuuu-MM-dd", null), out var date));
        var actual = new Anniversary(new TimeOnly(at.Hour, at.Minute), before).NextAfter(date, new(after.ToUnixTimeMilliseconds()), zone);
        Assert.True(actual.UnixMilliseconds == expected.ToUnixTimeMilliseconds(), $"seed {seed}: {day} {at} {before} in {zone.Id} after {after}: {actual}, not {expected}");
    }

    private static string Next(string date, string at, TimeSpan before, string zone, string after, int count)
    {
        Assert.True(YearlyDate.TryParse(date, out var yearly));
        var anniversary = new Anniversary(TimeOnly.Parse(at, System.Globalization.CultureInfo.InvariantCulture), before);
        var lines = new List<string>();
        var time = Clocks.At(after);
        for (var i = 0; i < count; i++)
        {
            time = anniversary.NextAfter(yearly, time, Clocks.Zone(zone));
            lines.Add(Clocks.Show(time, Clocks.Zone(zone)));
        }

        return string.Join('\n', lines);
    }
}
