using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Triggers.Model.Time;
using Xunit;

namespace Triggers.Tests.Language.Calendars;

public sealed class CronOracleTests
{
    /// <summary>Changes by an hour, by half an hour, at midnight, by a day, at other months, never, and of the standard offset.</summary>
    private static readonly string[] Names =
    [
        "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Amman", "America/Santiago", "Pacific/Apia", "Africa/Casablanca", "Asia/Kathmandu", "Etc/UTC",
        "America/Caracas", "Asia/Pyongyang",
    ];

    [Fact]
    public void The_next_time_is_the_one_found_minute_by_minute() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_500), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Agrees));

    private static void Agrees(int seed)
    {
        var random = new Random(seed);
        var zone = Clocks.Zone(Pick(random, Names));
        var text = RandomText(random);
        var after = Start(random, zone);
        var end = after + TimeSpan.FromDays(25);
        var naive = new NaiveCron(text);
        for (var i = 0; i < 8 && after != Timestamp.Never; i++)
        {
            var expected = naive.NextAfter(after, end, zone);
            var actual = Clocks.Cron(text).NextAfter(after, zone);
            Assert.True(
                expected == actual || (expected == Timestamp.Never && actual > end),
                $"seed {seed}: `{text}` in {zone.Id} after {Clocks.Show(after, zone)}: {Clocks.Show(actual, zone)} instead of {Clocks.Show(expected, zone)}");
            after = expected;
        }
    }

    /// <summary>A whole minute of 1995 to 2034, mostly shortly before or after a change of clocks.</summary>
    private static Timestamp Start(Random random, DateTimeZone zone)
    {
        var any = Instant.FromUtc(1995, 1, 1, 0, 0) + Duration.FromMinutes(random.Next(40 * 365 * 1_440));
        var interval = zone.GetZoneInterval(any);
        var near = interval.HasStart && random.Next(5) > 0 ? interval.Start + Duration.FromMinutes(random.Next(-1_600, 400)) : any;
        return new(near.ToUnixTimeMilliseconds());
    }

    private static string RandomText(Random random) => string.Join(
        ' ',
        Field(random, 0, 59, 2),
        Field(random, 0, 23, 3),
        Dates(random),
        random.Next(4) > 0 ? "*" : Pick(random, "1-6", "MAR,OCT,NOV", "*/2", "4,9-11", "SEP-DEC"),
        Weekdays(random));

    private static string Dates(Random random) => random.Next(3) switch
    {
        0 => Pick(random, "L", "L-2", "LW", "L-1W", "15W", "1W", "31W", "1,15,L", "?"),
        1 => Field(random, 1, 31, 2),
        _ => "*",
    };

    private static string Weekdays(Random random) => random.Next(2) == 0
        ? "*"
        : (random.Next(3) == 0 ? "+" : "") + Pick(random, "MON-FRI", "SUN", "7", "0", "5-7", "SAT,SUN", "MON#1", "SUN#L", "FRI#5,TUE#2", "*/2", "1-5/2");

    private static string Field(Random random, int least, int most, int star) => random.Next(star + 4) switch
    {
        0 => $"*/{random.Next(1, most)}",
        1 => Range(random, least, most),
        2 => $"{Range(random, least, most)}/{random.Next(1, 9)}",
        3 => $"{random.Next(least, most + 1)},{random.Next(least, most + 1)},{random.Next(least, most + 1)}",
        4 => random.Next(least, Math.Min(most, 4)).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => "*",
    };

    private static string Range(Random random, int least, int most)
    {
        var from = random.Next(least, most + 1);
        return $"{from}-{random.Next(from, most + 1)}";
    }

    private static string Pick(Random random, params string[] among) => among[random.Next(among.Length)];
}
