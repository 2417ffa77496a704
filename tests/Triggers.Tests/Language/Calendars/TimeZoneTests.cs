using NodaTime;
using Triggers.Language.Calendars;
using Xunit;

namespace Triggers.Tests.Language.Calendars;

public sealed class TimeZoneTests
{
    [Theory]
    [InlineData("Europe/London", "Europe/London")]
    [InlineData("Asia/Calcutta", "Asia/Calcutta")]
    [InlineData("Etc/UTC", "Etc/UTC")]
    [InlineData("europe/london", "Asia/Shanghai")]
    [InlineData(" Europe/London", "Asia/Shanghai")]
    [InlineData("London", "Asia/Shanghai")]
    [InlineData("", "Asia/Shanghai")]
    [InlineData(null, "Asia/Shanghai")]
    public void A_zone_is_found_by_its_name_and_replaced_when_there_is_none(string? text, string expected) =>
        Assert.Equal(expected, TimeZones.ZoneOf(text, Clocks.Zone("Asia/Shanghai")).Id);

    [Fact]
    public void A_zone_is_read_once() =>
        Assert.Same(TimeZones.ZoneOf("Europe/Paris", DateTimeZone.Utc), TimeZones.ZoneOf("Europe/Paris", Clocks.Zone("Asia/Shanghai")));

    [Fact]
    public void The_version_of_the_tz_database_is_year_and_letter() => Assert.Matches("^20[2-9][0-9][a-z]$", TimeZones.TzVersion);
}
