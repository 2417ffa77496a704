using Triggers.Language.Evaluation;

namespace Triggers.Language.Plan.Messaging;

/// <summary>Everything between a rule that matched and a message, besides the triggers and channels themselves. Immutable.</summary>
/// <param name="Zone">The workspace's time zone (tz database).</param>
/// <param name="Locale">The workspace's locale (BCP 47).</param>
/// <param name="CustomerZone">The customer's zone (string, over <c>customer</c>); null: nobody's is known.</param>
/// <param name="CustomerLocale">The customer's locale (string, over <c>customer</c>); null: nobody's is known.</param>
/// <param name="Offers">By name.</param>
/// <param name="Pools">By name.</param>
/// <param name="Policies">What holds for all triggers together.</param>
public sealed record MessagingPlan(
    string Zone,
    string Locale,
    CompiledExpression? CustomerZone,
    CompiledExpression? CustomerLocale,
    IReadOnlyList<OfferPlan> Offers,
    IReadOnlyList<CodePoolPlan> Pools,
    PoliciesPlan Policies)
{
    /// <summary>Nothing stands between a rule and its message.</summary>
    public static MessagingPlan None { get; } = new("Etc/UTC", "en", null, null, [], [], new());
}
