using Triggers.Language.Plan.Messaging;
using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.Budgets;

/// <summary>
/// Is there money for it? Asks the budgets of the trigger and of the offer, and those that several share; see <see cref="BudgetRule"/>.
/// <para><b>Passes when</b> all have room in the period of its delivery; of several offers one that is used up leaves it to the next. <b>Refuses when</b> one has not.</para>
/// </summary>
internal sealed class BudgetGate(DecisionFacts facts) : IGate
{
    private readonly BudgetAccounts _accounts = new(facts);
    private readonly List<BudgetPlan> _asked = [];
    private readonly Dictionary<StableId, (decimal Limit, string Text)> _limits = [];

    /// <inheritdoc/>
    public string Name => "budget";

    /// <inheritdoc/>
    public bool Judge(in Candidate candidate, Judgement judgement)
    {
        LeaveToOthers(candidate, judgement);
        Ask(candidate.Trigger.Budget);
        Ask(judgement.Offer?.Budget);
        var all = facts.Messaging.Policies.Budgets;
        for (var i = 0; i < all.Count; i++)
        {
            Ask(all[i].Pays(candidate.Trigger.Name, judgement.Offer?.Name ?? "") ? all[i].Budget : null);
        }

        var passes = true;
        foreach (var budget in _asked)
        {
            passes = passes && Pays(budget, candidate, judgement);
        }

        _asked.Clear();
        return passes;
    }

    /// <summary>Where there is a choice, an offer that is used up when it would be delivered leaves it to the next. When all are, the best one is asked and refuses.</summary>
    private void LeaveToOthers(in Candidate candidate, Judgement judgement)
    {
        var choices = judgement.Choices;
        for (var i = 0; i < choices.Count && choices.Count > 1; i++)
        {
            if (IsUsedUp(choices[i], Delivery(candidate, judgement)))
            {
                continue;
            }

            if (i > 0)
            {
                judgement.Pass("eligibility", $"{choices[i].Name} instead", $"{choices[i - 1].Name} is used up");
                judgement.Offer = choices[i];
            }

            return;
        }
    }

    private bool IsUsedUp(OfferPlan offer, Timestamp at) =>
        (offer.Budget is { } budget && !BudgetRule.Passes(_accounts.Look(budget, offer, at))) || (offer.Pool is { } pool && facts.Draws.ShareOf(pool)?.NextOf(pool) is null);

    private static Timestamp Delivery(in Candidate candidate, Judgement judgement) => judgement.At == Timestamp.Never ? candidate.Now : judgement.At;

    private void Ask(BudgetPlan? budget)
    {
        if (budget is not null)
        {
            _asked.Add(budget);
        }
    }

    /// <summary>Limits hardly ever change, and every decision says them.</summary>
    private string LimitText(BudgetPlan budget, decimal limit)
    {
        if (!_limits.TryGetValue(budget.Id, out var known) || known.Limit != limit)
        {
            _limits[budget.Id] = known = (limit, $"{budget.Name}: {BudgetText.Limit(budget, limit)}");
        }

        return known.Text;
    }

    private bool Pays(BudgetPlan budget, in Candidate candidate, Judgement judgement)
    {
        var at = Delivery(candidate, judgement);
        var account = _accounts.Look(budget, judgement.Offer, at);
        var (input, limit) = (BudgetText.Amount(budget, account.Booked), LimitText(budget, account.Limit));
        if (!BudgetRule.Passes(account))
        {
            return judgement.Refuse(Name, BudgetText.Say(budget, account) + (at == candidate.Now ? "" : $" It would be delivered at {at}."), input, limit);
        }

        if (account.Cost > 0)
        {
            judgement.Budgets.Add(new(0, budget.Id, account.Period, at, account.Cost));
        }

        return judgement.Pass(Name, input, limit);
    }
}
