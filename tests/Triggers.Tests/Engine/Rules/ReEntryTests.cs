using Triggers.Tests.Engine.Support;
using Xunit;

namespace Triggers.Tests.Engine.Rules;

/// <summary>Every policy of <c>again</c>.</summary>
public class ReEntryTests
{
    [Fact]
    public void Once_is_one_message_for_ever_and_no_run_begins_after_it() => Assert.Equal(
        """
        01-05 10:00 order.placed
          started t
        01-05 10:30 clock
          t sent
        06-01 10:00 order.placed
          notagain t
        """,
        Of("again: once", wait: "30m").On("10:00", "order.placed").On("06-01 10:00", "order.placed").Until("06-02 00:00").Text);

    [Fact]
    public void Once_per_key_is_one_message_for_each_key() => Assert.Equal(
        """
        01-05 10:00 order.placed order=a
          started t[a]
          t[a] sent
        01-05 11:00 order.placed order=b
          started t[b]
          t[b] sent
        06-01 10:00 order.placed order=a
          notagain t[a]
        """,
        Of("again: once per key", key: "event.order").On("10:00", "order.placed order=a").On("11:00", "order.placed order=b").On("06-01 10:00", "order.placed order=a").Text);

    [Fact]
    public void After_exit_no_run_begins_while_another_is_under_way_whatever_its_key() => Assert.Equal(
        """
        01-05 10:00 order.placed order=a
          started t[a]
        01-05 10:10 order.placed order=b
          notagain t[b]
        01-05 10:20 order.placed order=a
          restarted t[a]
        01-05 10:50 clock
          t[a] sent
        01-05 10:50 order.placed order=b
          started t[b]
        """,
        Of("again: after exit", key: "event.order", wait: "30m").On("10:00", "order.placed order=a").On("10:10", "order.placed order=b").On("10:20", "order.placed order=a")
            .On("10:50", "order.placed order=b").Text);

    [Fact]
    public void A_pause_from_the_message_is_asked_for_when_the_wait_is_over() => Assert.Equal(
        """
        01-05 10:00 order.placed
          started t
        01-05 10:30 clock
          t sent
        01-06 09:59 order.placed
          started t
        01-06 10:29 clock
          t refused by again
        01-06 10:30 order.placed
          started t
        01-06 11:00 clock
          t sent
        """,
        Of("again: { after: 1d }", wait: "30m").On("10:00", "order.placed").On("01-06 09:59", "order.placed").On("01-06 10:30", "order.placed").Until("12:00").Text);

    [Fact]
    public void A_pause_from_the_message_is_over_when_it_is_exactly_as_long_ago() => Assert.Equal(
        """
        01-05 10:00 order.placed
          started t
          t sent
        01-06 09:59:59.999 order.placed
          notagain t
        01-06 10:00 order.placed
          started t
          t sent
        """,
        Of("again: { after: 1d, from: message }").On("10:00", "order.placed").On("01-06 09:59:59.999", "order.placed").On("01-06 10:00", "order.placed").Text);

    [Fact]
    public void A_pause_from_the_message_lets_a_run_that_waits_begin_and_asks_at_its_end() => Assert.Equal(
        """
        01-05 10:00 order.placed
          started t
        01-05 10:30 clock
          t sent
        01-06 10:29 order.placed
          started t
        01-06 10:59 clock
          t sent
        """,
        Of("again: { after: 1d, from: message }", wait: "30m").On("10:00", "order.placed").On("01-06 10:29", "order.placed").Until("12:00").Text);

    [Fact]
    public void A_pause_from_the_entry_is_asked_for_when_a_run_would_begin() => Assert.Equal(
        """
        01-05 10:00 order.placed
          started t
        01-05 10:10 order.placed
          restarted t
        01-05 10:40 clock
          t sent
        01-06 09:59:59.999 order.placed
          notagain t
        01-06 10:00 order.placed
          started t
        """,
        Of("again: { after: 1d, from: entry }", wait: "30m").On("10:00", "order.placed").On("10:10", "order.placed").On("01-06 09:59:59.999", "order.placed").On("01-06 10:00", "order.placed").Text);

    [Theory]
    [InlineData("again: once", "", "not begun")]
    [InlineData("again: once per key", "event.order", "not begun")]
    [InlineData("again: { after: 30d }", "", "not begun")]
    public void What_a_gate_refuses_uses_nothing_up(string again, string key, string third) => Assert.Equal(
        $"refused by if, sent, {third}",
        Outcomes(Of($"{again}\nif: customer.points > 5", key).On("10:00", "order.placed order=a")
            .On("11:00", "profile.changed points=9").On("12:00", "order.placed order=a").On("13:00", "order.placed order=a")));

    [Theory]
    [InlineData("again: once", "sent, refused by again")]
    [InlineData("again: { after: 1h }", "sent, refused by again")]
    [InlineData("again: { after: 10m }", "sent, sent")]
    [InlineData("again: { after: 5m, from: entry }", "sent, sent")]
    [InlineData("again: { after: 1h, from: entry }", "not begun, sent")]
    [InlineData("again: after exit", "not begun, sent")]
    [InlineData("", "sent, sent")]
    public void Of_two_parallel_runs_the_second_is_judged_by_what_the_first_has_sent(string again, string expected) => Assert.Equal(
        expected, Outcomes(Of(again, wait: "30m", repeat: "parallel").On("10:00", "order.placed").On("10:10", "order.placed").Until("12:00")));

    [Fact]
    public void Once_per_key_remembers_the_newest_256_keys()
    {
        var story = Of("again: once per key", key: "event.order").On("10:00", "order.placed order=first");
        for (var i = 0; i < 256; i++)
        {
            story.Repeat(1, TimeSpan.FromSeconds(1), $"order.placed order=k{i}");
        }

        Assert.Equal("sent, not begun, sent", Outcomes(story.On("11:40", "order.placed order=k255").On("11:41", "order.placed order=first")));
        Assert.Equal(256, story.Portrait.Triggers.Single().KeysSent);
    }

    private static ShopStory Of(string again, string key = "", string wait = "", string repeat = "restart") => ShopStory.Of(
        $$"""
        === triggers/t.yaml
        trigger: t
        when: { start: order.placed{{(key.Length > 0 ? $", key: {key}" : "")}}{{(wait.Length > 0 ? $", wait: {wait}, repeat: {repeat}" : "")}} }
        {{again}}
        SEND

        """);

    /// <summary>What became of the runs, in order.</summary>
    private static string Outcomes(ShopStory story) => string.Join(", ", story.Text.Split('\n').Select(line => line.Trim()).Select(line =>
        line.StartsWith("notagain ", StringComparison.Ordinal) ? "not begun"
        : line.EndsWith(" sent", StringComparison.Ordinal) ? "sent"
        : line.IndexOf("refused by ", StringComparison.Ordinal) is var place and >= 0 ? line[place..]
        : "").Where(outcome => outcome.Length > 0));
}
