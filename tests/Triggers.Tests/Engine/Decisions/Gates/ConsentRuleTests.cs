using Triggers.Engine.Decisions.Gates.Consent;
using Triggers.Engine.State;
using Triggers.Language.Plan.Messaging;
using Triggers.Model;
using Xunit;

namespace Triggers.Tests.Engine.Decisions.Gates;

/// <summary>Consent, case by case. A statement is its minute, + or -, channel and purpose, where * means all.</summary>
public sealed class ConsentRuleTests
{
    private static readonly ConsentPlan ServiceAssumed = new(Assumed: false, new Dictionary<string, bool> { ["service"] = true });

    [Theory]
    // Unknown means no, unless the channel says otherwise.
    [InlineData("", "offer", "no")]
    [InlineData("", "service", "yes")]
    [InlineData("1 - * *", "service", "no since 1")]
    // The newest statement that covers the message counts.
    [InlineData("1 + email offer", "offer", "yes since 1")]
    [InlineData("1 + email offer, 2 - email offer", "offer", "no since 2")]
    [InlineData("2 - email offer, 1 + email offer", "offer", "no since 2")]
    [InlineData("1 - email offer, 2 + email offer", "offer", "yes since 2")]
    // One for all channels or purposes counts like one that names them.
    [InlineData("1 + email offer, 2 - * *", "offer", "no since 2")]
    [InlineData("1 - * *, 2 + email *", "offer", "yes since 2")]
    [InlineData("1 + * offer, 2 - email *", "offer", "no since 2")]
    // What is about another channel or purpose says nothing.
    [InlineData("1 + sms offer, 2 + email care", "offer", "no")]
    [InlineData("1 + email offer, 2 - sms *", "offer", "yes since 1")]
    // At the same time the withdrawal wins.
    [InlineData("1 + email offer, 1 - email *", "offer", "no since 1")]
    [InlineData("1 - email *, 1 + email offer", "offer", "no since 1")]
    public void The_newest_statement_about_channel_and_purpose_decides(string statements, string purpose, string expected)
    {
        var verdict = Judge(ServiceAssumed, "email", purpose, [.. statements.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Statement)]);

        Assert.Equal(expected, $"{(verdict.IsGiven ? "yes" : "no")}{(verdict.Since is { } since ? $" since {since.UnixMilliseconds}" : "")}");
    }

    [Fact]
    public void A_channel_may_assume_consent_for_everything_but_one_purpose()
    {
        var plan = new ConsentPlan(Assumed: true, new Dictionary<string, bool> { ["offer"] = false });

        Assert.True(Judge(plan, "push", "service", []).IsGiven);
        Assert.False(Judge(plan, "push", "offer", []).IsGiven);
    }

    private static ConsentVerdict Judge(ConsentPlan plan, string channel, string purpose, ConsentFact[] facts) =>
        ConsentRule.Judge(plan, StableId.Of(channel), purpose, StableId.Of(purpose), facts);

    private static ConsentFact Statement(string text)
    {
        var words = text.Split(' ');
        return new(Id(words[2]), Id(words[3]), words[1] == "+", new(long.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static StableId Id(string word) => word == "*" ? default : StableId.Of(word);
}
