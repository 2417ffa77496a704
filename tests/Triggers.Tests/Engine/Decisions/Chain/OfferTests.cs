using Xunit;

namespace Triggers.Tests.Engine.Decisions.Chain;

/// <summary>Which offer, in which form and words.</summary>
public sealed class OfferTests
{
    private const string Trigger = "- { trigger: seen, when: { start: view }, send: { purpose: offer, offer: [rescue, gift], channels: [push] } }\n";

    [Theory]
    [InlineData("", "", "gift")]
    [InlineData("score: 2", "score: 1", "rescue")]
    [InlineData("score: 2", "score: customer.points", "gift")]
    [InlineData("", "eligible: customer.points > 100", "rescue")]
    [InlineData("", "valid: { to: 2026-01-11 }", "rescue")]
    [InlineData("", "valid: { from: 2026-01-13 }", "rescue")]
    [InlineData("", "valid: { from: 2026-01-12, to: 2026-01-12 }", "gift")]
    public void The_best_offer_that_the_customer_may_get_is_sent(string rescue, string gift, string sent) => Assert.Equal(
        $"12 10:01 seen sent {sent} on push",
        new GateStory(Offers(rescue, gift), ("triggers/t.yaml", Trigger)).On("12 10:00 profile points=5\n12 10:01 view").Text);

    [Fact]
    public void Without_an_offer_nothing_is_sent() => Assert.Equal(
        "12 10:01 seen refused by eligibility: The customer may not get rescue: `customer.points > 100` is false. The offer gift ended on 2026-01-11.",
        new GateStory(Offers("eligible: customer.points > 100", "valid: { to: 2026-01-11 }"), ("triggers/t.yaml", Trigger)).On("12 10:00 profile points=5\n12 10:01 view").Text);

    [Fact]
    public void Days_are_those_of_the_workspace() => Assert.Equal(
        "12 22:59 seen sent gift on push\n12 23:00 seen sent rescue on push",
        new GateStory(Offers("", "valid: { to: 2026-01-12 }"), ("triggers/t.yaml", Trigger)).On("12 22:59 view\n12 23:00 view").Text);

    [Theory]
    [InlineData("at_most: 1", "gift rescue rescue")]
    [InlineData("at_most: 1, in: 2h", "gift rescue gift")]
    [InlineData("at_most: 1, per: day", "gift rescue rescue")]
    [InlineData("at_most: 2", "gift gift rescue")]
    public void An_offer_is_had_so_often_and_then_the_next_best_is_sent(string limit, string sent) => Assert.Equal(
        sent,
        string.Join(' ', new GateStory(Offers("", $"limit: {{ {limit} }}"), ("triggers/t.yaml", Trigger)).On("12 10:00 view\n12 11:00 view\n12 12:00 view").Messages.Select(m => m.Offer)));

    [Fact]
    public void Content_is_written_in_the_language_of_the_customer()
    {
        var story = new GateStory(Content("Hello {{ customer.name | default: \"friend\" }}", "您好 {{ customer.name | default: \"朋友\" }}")).On(
            "12 10:00 view\n12 10:01 profile language=zh-CN name=李\n12 10:02 view\n12 10:03 profile language=fr\n12 10:04 view");

        Assert.Equal("en:Hello friend zh:您好 李 en:Hello 李", string.Join(' ', story.Messages.Select(m => $"{m.Locale}:{m.Content.Single().Value}")));
    }

    [Fact]
    public void A_text_that_grows_too_long_refuses() => Assert.Equal(
        "12 10:01 seen refused by content: The `title` of gift could not be written: The text has 23 characters; at most 20 are allowed.",
        new GateStory(
            Content("Hello {{ customer.name | default: \"friend\" }}", "您好"),
            ("channels.yaml", "channels:\n  push: { address: customer.id, limits: { title: 20 } }\n  email: { address: customer.email }\n"))
            .On("12 10:00 profile name=abcdefghijklmnopq\n12 10:01 view").Text);

    [Fact]
    public void A_variant_is_the_same_every_time_and_may_have_content_of_its_own()
    {
        var story = new GateStory(
            ("offers/o.yaml", "- { offer: rescue, label: Rescue }\n- offer: gift\n  label: Gift\n  content: { push: { en: { title: plain } } }\n"
                + "  variants: { a: { weight: 0 }, b: { content: { push: { en: { title: LOUD } } } } }\n"),
            ("triggers/t.yaml", "- { trigger: seen, when: { start: view }, send: { purpose: offer, offer: gift, channels: [push] } }\n")).On("12 10:00 view\n12 10:01 view");

        Assert.Equal("b LOUD, b LOUD", string.Join(", ", story.Messages.Select(m => $"{m.Variant} {m.Content.Single().Value}")));
    }

    [Fact]
    public void A_message_expires()
    {
        var story = new GateStory(("triggers/t.yaml", "- { trigger: seen, when: { start: view }, send: { purpose: offer, offer: gift, channels: [push], expires: 4h } }\n")).On("12 10:00 view");

        Assert.Equal("2026-01-12T14:00:00.000Z", story.Messages.Single().ExpiresAt.ToString());
    }

    private static (string, string?) Content(string english, string chinese) => (
        "offers/o.yaml",
        $"- {{ offer: rescue, label: Rescue }}\n- offer: gift\n  label: Gift\n  content:\n    push: {{ en: {{ title: '{english}' }}, zh: {{ title: '{chinese}' }} }}\n"
        + $"    email: {{ en: {{ title: '{english}' }}, zh: {{ title: '{chinese}' }} }}\n");

    private static (string, string?) Offers(string rescue, string gift) => (
        "offers/o.yaml",
        $"- {{ offer: rescue, label: Rescue{(rescue.Length == 0 ? "" : $", {rescue}")} }}\n- {{ offer: gift, label: Gift{(gift.Length == 0 ? "" : $", {gift}")} }}\n");
}
