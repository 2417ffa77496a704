using System.Text;
using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Language.Plan.Messaging;

namespace Triggers.Tests.Language.Workspaces;

/// <summary>What a workspace says about channels, offers and policies as text, for approval.</summary>
internal static class MessagingPlanText
{
    public static string Write(IReadOnlyList<ChannelPlan> channels, MessagingPlan plan)
    {
        var text = new StringBuilder($"zone {plan.Zone}, customer's {Say(plan.CustomerZone)}; locale {plan.Locale}, customer's {Say(plan.CustomerLocale)}\n");
        foreach (var channel in channels)
        {
            text.Append($"channel {channel.Name} ({channel.Format}): consent {(channel.Consent.Assumed ? "assumed" : "asked")} {Pairs(channel.Consent.ByPurpose)}, limits {Pairs(channel.Limits)}\n");
            text.Append($"  quiet {(channel.IsNeverQuiet ? "never" : Say(channel.QuietHours))}, reply {Say(channel.Reply)}\n");
        }

        foreach (var pool in plan.Pools)
        {
            text.Append($"pool {pool.Name}: {pool.Count} codes, {pool[0]} to {pool[pool.Count - 1]}\n");
        }

        foreach (var offer in plan.Offers)
        {
            text.Append($"offer {offer.Name} ({offer.Label}): eligible {Say(offer.Eligible)}, score {Say(offer.Score)}, valid {offer.First:yyyy-MM-dd} to {offer.Last:yyyy-MM-dd}\n");
            text.Append($"  limit {Say(offer.Limit)}, cost {offer.Cost}, budget {Say(offer.Budget)}, codes {offer.Pool?.Name ?? "-"}\n");
            Content(text, "  ", offer.Content);
            foreach (var variant in offer.Variants)
            {
                text.Append($"  variant {variant.Name}, weight {variant.Weight}\n");
                Content(text, "    ", variant.Content);
            }
        }

        Policies(text, plan.Policies);
        return text.ToString();
    }

    private static void Policies(StringBuilder text, PoliciesPlan policies)
    {
        text.Append($"collect {policies.Collect}, hold-out {Say(policies.HoldOut)}, quiet {Say(policies.QuietHours)}\n");
        foreach (var consent in policies.Consent)
        {
            text.Append($"consent by {consent.Event.Name}: given {Say(consent.Given)}, channel {Say(consent.Channel)}, purpose {Say(consent.Purpose)}\n");
        }

        text.Append($"complaints {policies.Complaints?.Opened.Name} to {policies.Complaints?.Closed.Name} stop {Names(policies.Complaints?.Stops)}\n");
        foreach (var cap in policies.Caps)
        {
            text.Append($"cap {cap.Name}: {Say(cap.Allowance)} on {Names(cap.Channels)} of {Names(cap.Purposes)} tagged {Names(cap.Tags)}, then {cap.Then} {cap.DeferFor}\n");
        }

        foreach (var group in policies.Groups)
        {
            text.Append($"group {group.Name}: {Names(group.Triggers)} for {group.For}\n");
        }

        foreach (var budget in policies.Budgets)
        {
            text.Append($"budget {Say(budget.Budget)} of triggers {Names(budget.Triggers)} and offers {Names(budget.Offers)}\n");
        }
    }

    private static void Content(StringBuilder text, string indent, ContentPlan content)
    {
        foreach (var (channel, locales) in content.Channels)
        {
            foreach (var locale in locales)
            {
                text.Append($"{indent}{channel} {locale.Locale}: {string.Join(", ", locale.Parts.Select(p => $"{p.Key} `{p.Value.Source}` ({p.Value.Target.Format}, {p.Value.Target.LengthMax})"))}\n");
            }
        }
    }

    private static string Say(CompiledExpression? expression) => expression is null ? "-" : $"`{expression.Source}`";

    private static string Say(AllowancePlan? allowance) => allowance is null ? "-" : $"{allowance.AtMost} in {allowance.Window?.Length?.ToString() ?? allowance.Window?.Period?.ToString() ?? "ever"}";

    private static string Say(QuietHoursPlan? hours) => hours is null ? "-" : $"{hours.From:HH:mm} to {hours.To:HH:mm}, spread {hours.Spread}";

    private static string Say(HoldOutPlan? holdOut) => holdOut is null ? "-" : $"{holdOut.HeldOut} of {HoldOutPlan.Buckets} by {holdOut.Salt}";

    private static string Say(BudgetPlan? budget) => budget is null ? "-" : $"'{budget.Name}' {budget.Amount?.ToString() ?? budget.Count.ToString()} per {budget.Per?.ToString() ?? "life"}";

    private static string Say(ReplyPlan? reply) => reply is null ? "-" : $"to {reply.To.Name} within {reply.Within}, at most {reply.AtMost}, broadcasts {Say(reply.Broadcasts)}";

    private static string Names(IReadOnlySet<string>? names) => names is null ? "all" : $"[{string.Join(", ", names)}]";

    private static string Pairs<T>(IEnumerable<KeyValuePair<string, T>> pairs) => $"[{string.Join(", ", pairs.Select(p => $"{p.Key}={p.Value}"))}]";
}
