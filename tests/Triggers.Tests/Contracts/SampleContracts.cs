using Triggers.Model.Customers;
using Triggers.Model.Outbound;
using Triggers.Model.Time;
using Triggers.Model.Verdicts;

namespace Triggers.Tests.Contracts;

/// <summary>A message and its decisions, with all that they can say and with as little as they can.</summary>
internal static class SampleContracts
{
    private static readonly Timestamp Due = new(1_772_439_336_000);
    private static readonly Timestamp Started = new(1_772_437_536_000);
    private static readonly Identifier Anna = new("customer", "anna");
    private static readonly CustomerKey Key = KeySecret.ForFiles.KeyOf(Anna);

    public static Message BareMessage { get; } = new(
        "e35b843a29f665fc1261d02db74344a1", "cart-left", "e71cfe00374f3d14", Key, Anna, "email", "outbound.email", "anna@example.com", "offer", "spring", "", "e2", Due, Due);

    public static Message FullMessage { get; } = BareMessage with
    {
        RunKey = "k1", Events = ["e1", "e2"], Variant = "loud", Locale = "zh-CN",
        Content = [new("title", "给您：五折"), new("body", "“优惠” & 更多")], Codes = ["SPRING-1"], ExpiresAt = Due + TimeSpan.FromHours(4),
    };

    public static Decision BareDecision { get; } = new(
        FullMessage.Id, Outcome.Sent, null, null, "cart-left", FullMessage.RulesVersion, Key, Anna, "", "e2", Started, Due, Due, "email");

    public static Decision FullDecision { get; } = BareDecision with
    {
        Outcome = Outcome.Held, Gate = "cap", Reason = "The customer has had 2 of 2 messages in 7d.", RunKey = "k1", Offer = "spring", Variant = "loud", LaterEventIds = ["e3"],
        Gates =
        [
            new("consent", GateResult.Passed, "email", "given since 2026-03-01T10:00:00.000Z"), new("address", GateResult.NextChannel, "push"),
            new("cap", GateResult.Held, "email", "2 since 2026-02-24T10:00:00.000Z", "2 in 7d"),
        ],
        Reserved = [new("cap", "2 in 7d", At: Due + TimeSpan.FromDays(1)), new("budget", "offer spring", "5.00 EUR"), new("code", "spring", "SPRING-1")],
        WinnerId = "0123456789abcdef0123456789abcdef", WakeAt = Due + TimeSpan.FromDays(1),
    };
}
