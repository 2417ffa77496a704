using Triggers.Tests.Engine.Support;
using Xunit;

namespace Triggers.Tests.Engine.Rules;

/// <summary>Dates of customers and schedules. Europe/Berlin is an hour ahead of UTC in winter and two in summer.</summary>
public class CalendarTests
{
    [Fact]
    public void A_birthday_comes_round_each_year_by_the_workspaces_clock() => Assert.Equal(
        """
        01-05 10:00 profile.changed birthday=1990-05-03
        05-03 07:00 clock
          started birthday
          birthday sent
        2027-05-03 07:00 clock
          started birthday
          birthday sent
        """,
        Birthday().On("10:00", "profile.changed birthday=1990-05-03").Until("2027-12-31 00:00").Text);

    [Fact]
    public void By_the_customers_clock_it_is_the_time_where_the_customer_is() => Assert.Equal(
        """
        01-05 10:00 profile.changed birthday=05-03 zone=America/New_York
        05-03 14:00 clock
          started birthday
          birthday sent
        """,
        Birthday(", at: 10:00, zone: customer").On("10:00", "profile.changed birthday=05-03 zone=America/New_York").Until("12-31 00:00").Text);

    [Fact]
    public void A_customer_whose_zone_is_unknown_has_the_workspaces() => Assert.Equal(
        """
        01-05 10:00 profile.changed birthday=05-03 zone=Mars/Olympus
        05-03 08:00 clock
          started birthday
          birthday sent
        """,
        Birthday(", at: 10:00, zone: customer").On("10:00", "profile.changed birthday=05-03 zone=Mars/Olympus").Until("12-31 00:00").Text);

    [Fact]
    public void Who_moves_to_another_zone_has_the_day_there() => Assert.Equal(
        """
        01-05 10:00 profile.changed birthday=05-03 zone=America/New_York
        03-01 10:00 profile.changed zone=Asia/Tokyo
        05-03 01:00 clock
          started birthday
          birthday sent
        """,
        Birthday(", at: 10:00, zone: customer").On("10:00", "profile.changed birthday=05-03 zone=America/New_York").On("03-01 10:00", "profile.changed zone=Asia/Tokyo").Until("12-31 00:00").Text);

    [Fact]
    public void The_29th_of_February_is_the_28th_in_a_year_without_one() => Assert.Equal(
        """
        01-05 10:00 profile.changed birthday=1992-02-29
        02-28 08:00 clock
          started birthday
          birthday sent
        2027-02-28 08:00 clock
          started birthday
          birthday sent
        2028-02-29 08:00 clock
          started birthday
          birthday sent
        """,
        Birthday().On("10:00", "profile.changed birthday=1992-02-29").Until("2028-12-31 00:00").Text);

    [Fact]
    public void Whole_days_before_keep_the_time_of_the_day_across_a_change_of_clocks_and_hours_are_elapsed_time()
    {
        // Clocks in Berlin go forward on 29 March 2026.
        Assert.Contains("03-27 09:00 clock", Birthday(", at: 10:00, before: 3d").On("10:00", "profile.changed birthday=03-30").Until("12-31 00:00").Text, StringComparison.Ordinal);
        Assert.Contains("03-28 20:00 clock", Birthday(", at: 10:00, before: 36h").On("10:00", "profile.changed birthday=03-30").Until("12-31 00:00").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_that_the_clock_skips_comes_at_the_end_of_the_gap_and_one_that_comes_twice_the_first_time()
    {
        Assert.Contains("\n03-29 01:00 clock\n  started", Birthday(", at: \"02:30\"").On("10:00", "profile.changed birthday=03-29").Until("12-31 00:00").Text, StringComparison.Ordinal);
        Assert.Contains("\n10-25 00:30 clock\n  started", Birthday(", at: \"02:30\"").On("10:00", "profile.changed birthday=10-25").Until("12-31 00:00").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("1990-02-30")]
    public void What_is_no_date_never_comes_round(string birthday) => Assert.Equal(
        $"01-05 10:00 profile.changed birthday={birthday}", Birthday().On("10:00", $"profile.changed birthday={birthday}").Until("2028-01-01 00:00").Text);

    [Fact]
    public void A_date_that_was_corrected_comes_round_at_the_new_day_alone() => Assert.Equal(
        """
        01-05 10:00 profile.changed birthday=05-03
        02-01 10:00 profile.changed birthday=06-04
        06-04 07:00 clock
          started birthday
          birthday sent
        """,
        Birthday().On("10:00", "profile.changed birthday=05-03").On("02-01 10:00", "profile.changed birthday=06-04").Until("12-31 00:00").Text);

    [Fact]
    public void A_schedule_comes_round_for_the_customers_of_its_segment_while_they_are_in_it() => Assert.Equal(
        """
        01-05 10:00 order.placed
          enters buyers
        01-09 09:00 clock
          started news
          news sent
        01-12 10:00 clock
          leaves buyers
        01-20 10:00 order.placed
          enters buyers
        01-23 09:00 clock
          started news
          news sent
        """,
        News("0 10 * * FRI").On("10:00", "order.placed").On("01-20 10:00", "order.placed").Until("01-26 00:00").Text);

    [Fact]
    public void A_schedule_of_every_half_hour_goes_on_through_the_hour_that_comes_twice()
    {
        var times = News("*/30 2 * * *", "10000d").On("10-24 10:00", "order.placed").Until("10-26 00:00").Text.Split('\n')
            .Where(line => line.EndsWith("clock", StringComparison.Ordinal)).Select(line => line[..11]);

        Assert.Equal(["10-25 00:00", "10-25 00:30", "10-25 01:00", "10-25 01:30"], times);
    }

    [Fact]
    public void Who_leaves_the_segment_at_the_very_time_of_the_schedule_is_left_out() => Assert.Equal(
        """
        01-09 09:00 order.placed
          enters buyers
        01-16 09:00 clock
          leaves buyers
        """,
        News("0 10 * * FRI").On("01-09 09:00", "order.placed").Until("02-01 00:00").Text);

    [Fact]
    public void After_an_outage_every_time_that_was_missed_comes_and_stale_refuses_the_old_ones() => Assert.Equal(
        """
        01-05 10:00 profile.changed birthday=05-03
        2028-05-03 07:00 clock
          started birthday
          birthday refused by stale
        2028-05-03 07:00 clock
          started birthday
          birthday refused by stale
        2028-05-03 07:00 clock
          started birthday
          birthday sent
        """,
        ShopStory.Of(Rules("").Replace("SEND", "stale: 1d\nSEND", StringComparison.Ordinal)).On("10:00", "profile.changed birthday=05-03").OutageUntil("2028-05-03 07:00").Text);

    [Fact]
    public void What_had_passed_before_the_date_was_known_comes_next_year() => Assert.Equal(
        "2027-05-03T07:00:00.000Z", Birthday().On("05-03 07:00", "profile.changed birthday=05-03").Portrait.Triggers.Single().NextAt.ToString());

    [Fact]
    public void A_new_version_with_another_date_forgets_the_times_of_the_old()
    {
        var story = Birthday().On("10:00", "profile.changed birthday=05-03").Publish(Rules(", before: 10d")).On("02-01 10:00", "profile.changed points=1");

        Assert.Equal("2026-04-23T07:00:00.000Z", story.Portrait.Triggers.Single().NextAt.ToString());
    }

    [Fact]
    public void A_run_that_a_date_started_says_so() => Assert.Equal(
        "the calendar", Birthday(", wait: 1h").On("10:00", "profile.changed birthday=05-03").Until("05-03 07:30").Portrait.Runs.Single().Cause);

    private static ShopStory Birthday(string more = "") => ShopStory.Of(Rules(more));

    private static string Rules(string more) =>
        $$"""
        === triggers/t.yaml
        trigger: birthday
        when: { date: customer.birthday{{more}} }
        SEND

        """;

    private static ShopStory News(string schedule, string window = "7d") => ShopStory.Of(
        $$"""
        === traits
        orders: { count: order.placed, in: {{window}} }
        === segments.yaml
        segments: { buyers: customer.orders > 0 }
        === triggers/t.yaml
        trigger: news
        when: { schedule: "{{schedule}}", over: buyers }
        SEND

        """);
}
