using Xunit;

namespace Triggers.Tests.Engine.Decisions.Chain;

/// <summary>Consent and complaints, from the events to the decision.</summary>
public sealed class WantedTests
{
    private const string Kept = "consent: [{ event: consent, given: event.given, channel: event.channel, purpose: event.purpose }]";

    private const string ForAll = "consent: [{ event: consent, given: event.given }]";

    [Fact]
    public void Where_consent_is_kept_silence_means_no() => Assert.Equal(
        """
        12 10:00 seen refused by consent: The customer has not agreed to messages of the purpose `offer` on push or email.
        12 10:02 seen sent gift on push
        """,
        new GateStory(("policies.yaml", ForAll)).On("12 10:00 view\n12 10:01 consent given=true\n12 10:02 view").Text);

    [Fact]
    public void Where_it_is_not_kept_nobody_is_asked() => Assert.Equal("12 10:00 seen sent gift on push", new GateStory().On("12 10:00 view").Text);

    [Fact]
    public void A_channel_may_assume_it_until_it_is_withdrawn() => Assert.Equal(
        """
        12 10:00 seen sent gift on push
        12 10:02 seen refused by consent: The customer does not want messages of the purpose `offer` on push or email: withdrawn at 2026-01-12T10:01:00.000Z.
        """,
        new GateStory(("policies.yaml", ForAll), ("channels.yaml", "channels:\n  push: { address: customer.id, consent: assumed }\n  email: { address: customer.email }\n"))
            .On("12 10:00 view\n12 10:01 consent given=false\n12 10:02 view").Text);

    [Fact]
    public void Consent_is_per_channel_and_purpose_and_the_next_channel_is_tried() => Assert.Equal(
        """
        12 10:02 seen sent gift on email
        12 10:04 seen refused by consent: The customer does not want messages of the purpose `offer` on push. The customer has no address on email (`customer.email`).
        """,
        new GateStory(("policies.yaml", Kept)).On(
            """
            12 10:00 consent given=true channel=email purpose=offer
            12 10:01 profile email=a@b.c
            12 10:02 view
            12 10:03 profile email=
            12 10:04 view
            """).Text);

    [Fact]
    public void A_withdrawal_without_a_channel_is_for_all_and_a_consent_without_one_for_none() => Assert.Equal(
        """
        12 10:01 seen refused by consent: The customer has not agreed to messages of the purpose `offer` on push or email.
        12 10:03 seen sent gift on push
        12 10:05 seen refused by consent: The customer does not want messages of the purpose `offer` on push or email: withdrawn at 2026-01-12T10:04:00.000Z.
        """,
        new GateStory(("policies.yaml", Kept)).On(
            """
            12 10:00 consent given=true purpose=offer
            12 10:01 view
            12 10:02 consent given=true channel=push purpose=offer
            12 10:03 view
            12 10:04 consent given=false
            12 10:05 view
            """).Text);

    [Theory]
    [InlineData("complaints: { opened: complaint, closed: solved }", "offer", "", false)]
    [InlineData("complaints: { opened: complaint, closed: solved }", "offer", ", counts: false", true)]
    [InlineData("complaints: { opened: complaint, closed: solved }", "offer", ", mandatory: true", true)]
    [InlineData("complaints: { opened: complaint, closed: solved, stops: [offer] }", "offer", ", mandatory: true", false)]
    [InlineData("complaints: { opened: complaint, closed: solved, stops: [care] }", "offer", "", true)]
    public void An_open_complaint_stops_promotion_until_it_is_closed(string policies, string purpose, string flags, bool goesOut)
    {
        var triggers = $"- {{ trigger: seen, when: {{ start: view }}, send: {{ purpose: {purpose}, offer: gift, channels: [push]{flags} }} }}\n"
            + "- { trigger: care, when: { start: cart }, send: { purpose: care, offer: rescue, channels: [push], counts: false } }\n";
        var story = new GateStory(("policies.yaml", policies), ("triggers/t.yaml", triggers)).On("12 10:00 complaint\n12 10:01 view\n12 10:02 solved\n12 10:03 view");

        Assert.Equal(
            goesOut
                ? "12 10:01 seen sent gift on push\n12 10:03 seen sent gift on push"
                : "12 10:01 seen refused by complaint: A complaint of the customer is open since 2026-01-12T10:00:00.000Z, and stops messages of the purpose `offer`.\n12 10:03 seen sent gift on push",
            story.Text);
    }
}
