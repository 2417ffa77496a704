using Triggers.Model.Verdicts;
using Xunit;

namespace Triggers.Tests.Engine.Decisions.Chain;

/// <summary>Budgets and codes, which all customers share.</summary>
public sealed class BudgetStoryTests
{
    private const string Rescue = "- { offer: rescue, label: R }\n";

    private const string Twelve = "- { trigger: seen, when: { start: view }, send: { purpose: offer, offer: gift, channels: [push] } }\n";

    [Fact]
    public void A_budget_of_money_pays_for_what_fits_and_no_cent_more() => Assert.Equal(
        """
        12 10:00 seen sent gift on push
        12 10:01 seen sent gift on push
        12 10:02 seen refused by budget: The budget `offer gift` is used up: 8.00 EUR of 11.99 EUR are spent or reserved, and this costs 4.00 EUR.
        """,
        With("offer: gift\nlabel: G\ncost: 4.00 EUR\nbudget: { amount: 11.99 EUR }\n").On("12 10:00 view\n12 10:01 view\n12 10:02 view").Text);

    [Fact]
    public void A_budget_of_a_period_is_new_in_the_next_of_the_workspaces_calendar() => Assert.Equal(
        """
        12 22:58 seen sent gift on push
        12 22:59 seen refused by budget: The budget `offer gift` is used up: sent or reserved 1 of 1 message per day.
        12 23:00 seen sent gift on push
        """,
        With("offer: gift\nlabel: G\nbudget: { count: 1, per: day }\n").On("12 22:58 view\n12 22:59 view\n12 23:00 view").Text);

    /// <summary>Berlin: one hour ahead of UTC in January and February, two from 29 March on.</summary>
    [Theory]
    [InlineData("day", "5 22:59", "5 23:00")]
    [InlineData("week", "11 22:59", "11 23:00")]
    [InlineData("month", "31 22:59", "31 23:00")]
    [InlineData("month", "59 22:59", "59 23:00")]
    [InlineData("day", "88 21:59", "88 22:00")]
    [InlineData("day", "87 22:59", "87 23:00")]
    [InlineData("month", "90 21:59", "90 22:00")]
    public void A_period_ends_at_midnight_of_the_workspaces_zone(string per, string last, string next) => Assert.Equal(
        ["sent", "budget", "sent"],
        With($"offer: gift\nlabel: G\nbudget: {{ count: 1, per: {per} }}\n").On($"{last[..^5]}21:58 view\n{last} view\n{next} view").Decisions.Select(decision => decision.Gate ?? "sent"));

    [Fact]
    public void A_failure_gives_the_money_back_once_and_the_code_never()
    {
        var story = new GateStory(
            ("codes/p.yaml", "pool: p\ncodes: [A1, B2, C3]\n"), ("offers/o.yaml", Rescue + "- { offer: gift, label: G, cost: 5 EUR, budget: { amount: 5 EUR }, codes: { pool: p } }\n"), ("triggers/t.yaml", Twelve))
            .On("12 10:00 view\n12 10:01 view\n12 10:02 message.failed message=LAST\n12 10:03 message.failed message=LAST\n12 10:04 view\n12 10:05 view");

        Assert.Equal(
            """
            12 10:00 seen sent gift on push
            12 10:01 seen refused by budget: The budget `offer gift` is used up: 5.00 EUR of 5.00 EUR are spent or reserved, and this costs 5.00 EUR.
            12 10:04 seen sent gift on push
            12 10:05 seen refused by budget: The budget `offer gift` is used up: 5.00 EUR of 5.00 EUR are spent or reserved, and this costs 5.00 EUR.
            """,
            story.Text);
        Assert.Equal(["A1", "B2"], story.Messages.SelectMany(message => message.Codes));
    }

    [Theory]
    [InlineData("31 10:00", 2)]
    [InlineData("31 10:01", 1)]
    public void A_failure_gives_money_back_for_thirty_days(string failure, int messages) =>
        Assert.Equal(messages, With("offer: gift\nlabel: G\nbudget: { count: 1 }\n").On($"1 10:00 view\n{failure} message.failed message=LAST\n31 10:02 view").Messages.Count);

    [Fact]
    public void The_budget_of_a_trigger_and_one_that_several_share_have_to_pay_both() => Assert.Equal(
        """
        12 10:00 seen sent gift on push
        12 10:01 seen refused by budget: The budget `trigger seen` is used up: sent or reserved 1 of 1 message.
        12 10:30 left sent rescue on push
        12 11:30 left refused by budget: The budget `spring` is used up: sent or reserved 2 of 2 messages.
        """,
        new GateStory(
            ("policies.yaml", "budgets: { spring: { count: 2, triggers: [left], offers: [gift] } }\n"),
            ("triggers/t.yaml", "- { trigger: seen, when: { start: view }, budget: { count: 1 }, send: { purpose: offer, offer: gift, channels: [push] } }\n"
                + "- { trigger: left, when: { start: cart, wait: 30m }, send: { purpose: offer, offer: rescue, channels: [push] } }\n"))
            .On("12 10:00 view\n12 10:00 cart\n12 10:01 view\n12 11:00 cart\n12 12:00 tick").Text);

    [Fact]
    public void A_held_message_reserves_its_money_and_its_code_for_the_day_of_its_delivery()
    {
        var story = new GateStory(
            ("policies.yaml", "quiet_hours: { from: 22:00, to: 8:00 }\ncomplaints: { opened: complaint, closed: solved }\n"),
            ("codes/p.yaml", "pool: p\ncodes: [A1, B2]\n"),
            ("offers/o.yaml", Rescue + "- { offer: gift, label: G, budget: { count: 1, per: day }, codes: { pool: p }, content: { push: { en: { body: 'Your code: {{ code }}' } } } }\n"),
            ("triggers/t.yaml", Twelve)).On("12 20:00 view\n12 21:30 view\n12 21:31 view\n13 06:00 complaint\n13 06:01 solved\n13 06:02 view\n13 10:00 view");

        Assert.Equal(
            """
            12 20:00 seen sent gift on push
            12 21:30 seen held by quiet-hours until 13 07:00:00
            12 21:31 seen refused by budget: The budget `offer gift` is used up: sent or reserved 1 of 1 message per day. It would be delivered at 2026-01-13T07:00:00.000Z.
            13 06:00 seen refused by complaint: A complaint of the customer is open since 2026-01-13T06:00:00.000Z, and stops messages of the purpose `offer`.
            13 06:02 seen held by quiet-hours until 13 07:00:00
            13 07:00 seen sent gift on push
            13 10:00 seen refused by budget: The budget `offer gift` is used up: sent or reserved 1 of 1 message per day.
            """,
            story.Text);
        Assert.Equal(["Your code: A1", "Your code: B2"], story.Messages.Select(message => message.Content[0].Value));
        Assert.Equal(
            ["budget offer gift  2026-01-13T07:00:00.000Z", "code p B2 "],
            story.Decisions.First(decision => decision.Outcome == Outcome.Held).Reserved.Select(place => $"{place.Of} {place.Name} {place.Amount} {place.At}"));
    }

    [Fact]
    public void Where_there_is_a_choice_an_offer_that_is_used_up_leaves_it_to_the_next() => Assert.Equal(
        "12 10:00 seen sent gift on push\n12 10:01 seen sent rescue on push",
        new GateStory(
            ("offers/o.yaml", "- { offer: rescue, label: R, score: 1 }\n- { offer: gift, label: G, score: 2, budget: { count: 1 } }\n"),
            ("triggers/t.yaml", "- { trigger: seen, when: { start: view }, send: { purpose: offer, offer: [gift, rescue], channels: [push] } }\n")).On("12 10:00 view\n12 10:01 view").Text);

    [Fact]
    public void An_offer_that_is_used_up_when_it_would_be_delivered_leaves_it_to_the_next_and_one_that_is_new_by_then_does_not() => Assert.Equal(
        """
        12 18:00 seen sent gift on push
        12 21:30 seen held by quiet-hours until 13 07:00:00
        12 21:40 seen held by quiet-hours until 13 07:00:00
        13 07:00 seen sent gift on push
        13 07:00 seen sent rescue on push
        """,
        new GateStory(
            ("policies.yaml", "quiet_hours: { from: 22:00, to: 8:00 }\n"),
            ("offers/o.yaml", "- { offer: rescue, label: R, score: 1 }\n- { offer: gift, label: G, score: 2, budget: { count: 1, per: day } }\n"),
            ("triggers/t.yaml", "- { trigger: seen, when: { start: view }, send: { purpose: offer, offer: [gift, rescue], channels: [push] } }\n"))
            .On("12 18:00 view\n12 21:30 view\n12 21:40 view\n13 08:00 tick").Text);

    [Fact]
    public void A_candidate_that_is_held_out_tells_nobody_the_code_that_the_next_one_gets()
    {
        var story = new GateStory(
            ("policies.yaml", "hold_out: { percent: 50, salt: s3 }\n"), ("codes/p.yaml", "pool: p\ncodes: [SECRET]\n"), ("offers/o.yaml", Rescue + "- { offer: gift, label: G, codes: { pool: p } }\n"))
            .On("12 10:00 view");

        Assert.Equal("hold-out", story.Decisions[0].Gate);
        Assert.DoesNotContain(story.Decisions[0].Gates, gate => gate.ToString().Contains("SECRET", StringComparison.Ordinal));
        Assert.Contains(story.Decisions[0].Gates, gate => gate is { Gate: "codes", Input: var input } && input.ToString() == "1 left");
    }

    [Fact]
    public void A_pool_gives_its_codes_in_order_until_none_is_left()
    {
        var story = new GateStory(("codes/p.yaml", "pool: p\ncount: 2\n"), ("offers/o.yaml", Rescue + "- { offer: gift, label: G, codes: { pool: p } }\n")).On("12 10:00 view\n12 10:01 view\n12 10:02 view");

        Assert.Equal(["1", "2"], story.Messages.SelectMany(message => message.Codes));
        Assert.Equal("The pool `p` has no code left: each of its 2 is given out or kept for a held message.", story.Decisions[^1].Reason);
    }

    private static GateStory With(string offer) => new(("offers/o.yaml", Rescue), ("offers/gift.yaml", offer), ("triggers/t.yaml", Twelve));
}
