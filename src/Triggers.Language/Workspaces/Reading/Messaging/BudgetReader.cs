using System.Globalization;
using Triggers.Language.Plan.Messaging;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Values;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Messaging;

/// <summary>Amounts and budgets, which are in the workspace's currency.</summary>
internal sealed class BudgetReader(WorkspaceSettings settings, DiagnosticBag diagnostics)
{
    /// <summary>An amount; null without text, or after a report.</summary>
    public Money? Amount(YamlScalar? text)
    {
        if (text is null || !AmountText.TryParse(text.Value, out var amount))
        {
            return null;
        }

        if (amount.Currency == settings.Currency)
        {
            return amount;
        }

        diagnostics.OtherCurrency(text, amount.Currency, settings.Currency);
        return null;
    }

    /// <summary>What an offer costs; null when it does not say. Nothing after a report, so that no budget reports it once more.</summary>
    public Money? Cost(YamlMapping offer) => Amount(offer.Scalar("cost")) ?? (offer.Entry("cost") is null ? null : new Money(0, settings.Currency));

    /// <summary>A budget that pays for these offers; null when there is none, or after a mistake.</summary>
    public BudgetPlan? Read(string name, YamlMapping? budget, IEnumerable<OfferPlan> offers)
    {
        var amount = Amount(budget?.Scalar("amount"));
        long? count = long.TryParse(budget?.Text("count"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (amount is null == count is null)
        {
            return null;
        }

        if (amount is { } money)
        {
            CanPay(budget!.Scalar("amount")!, money, offers);
        }

        return new(name, amount, count, WindowReader.Period(budget!.Text("per")));
    }

    private void CanPay(YamlScalar text, Money amount, IEnumerable<OfferPlan> offers)
    {
        foreach (var offer in offers)
        {
            if (offer.Cost is not { } cost)
            {
                diagnostics.BudgetWithoutCost(text, offer.Name);
            }
            else if (cost.Amount > amount.Amount)
            {
                diagnostics.BudgetBelowCost(text, offer.Name, cost);
            }
        }
    }
}
