using Triggers.Language.Plan;
using Triggers.Language.Plan.Messaging;
using Triggers.Language.Workspaces.Values;

namespace Triggers.Language.Workspaces.English;

/// <summary>What stands between a trigger and its message, in the order in which the gates are asked: a line each, and none for what the workspace does not have.</summary>
internal sealed class GatesPhrase(TriggerPlan trigger, WorkspacePlan plan)
{
    private readonly SendPlan _send = trigger.Send;
    private readonly PoliciesPlan _policies = plan.Messaging.Policies;
    private readonly OfferPhrase _offers = new(plan);
    private readonly DeliveryPhrase _delivery = new(trigger, plan);

    /// <summary>The lines, below a heading; empty when nothing stands between them.</summary>
    public string Say()
    {
        var lines = Wanted().Concat(_offers.Say(_send)).Concat(Competes()).Concat(_delivery.Say()).Concat(Paid()).Concat(OfferPhrase.SayContent(_send)).Concat(HeldOut()).ToList();
        return lines.Count == 0 ? "" : $"Before it goes out:\n{string.Concat(lines.Select(line => $"- {Words.Sentence(line)}.\n"))}";
    }

    private IEnumerable<string> Wanted()
    {
        if (_send.Channels.Any(channel => !ReferenceEquals(channel.Consent, ConsentPlan.NotKept)))
        {
            var assumed = Names(_send.Channels.Where(channel => channel.Consent.IsAssumed(_send.Purpose)));
            var asked = Names(_send.Channels.Where(channel => !channel.Consent.IsAssumed(_send.Purpose)));
            yield return (assumed, asked) switch
            {
                (_, "") => $"messages of the purpose {_send.Purpose} go to all customers who have not said no to them",
                ("", _) => $"messages of the purpose {_send.Purpose} go only to customers who have asked for them",
                _ => $"messages of the purpose {_send.Purpose} go by {asked} only to customers who have asked for them, by {assumed} to all who have not said no",
            };
        }

        if (_policies.Complaints is { } complaints)
        {
            yield return complaints.Stops?.Contains(_send.Purpose) ?? (_send.Counts && !_send.Mandatory)
                ? "nothing goes out while a complaint of the customer is open"
                : "an open complaint of the customer does not stop it";
        }
    }

    private IEnumerable<string> Competes()
    {
        if (_policies.Collect > TimeSpan.Zero)
        {
            yield return $"for {DurationText.Say(_policies.Collect)} it waits for other messages to the same customer, and {Rank("the one of the greatest priority goes first")}";
        }
        else if (_send.Mandatory)
        {
            yield return "of messages of one moment it goes before all that are not mandatory";
        }

        foreach (var group in _policies.Groups.Where(group => group.Triggers.Contains(trigger.Name)))
        {
            var others = Words.Join([.. group.Triggers.Where(name => name != trigger.Name).Order(StringComparer.Ordinal)], "and");
            yield return group.For is { } pause
                ? $"it competes with {others} (group {group.Name}): when one of them has gone through, the others are refused for {DurationText.Say(pause)}"
                : $"it competes with {others} (group {group.Name}): of one moment one of them goes through";
        }
    }

    private string Rank(string first) => _send.Mandatory ? "goes before all that are not mandatory" : $"{first}; its own is {_send.Priority}";

    private IEnumerable<string> Paid()
    {
        if (trigger.Budget is { } own)
        {
            yield return Limit("it", own);
        }

        foreach (var offer in _send.Offers.Where(offer => offer.Budget is not null))
        {
            yield return Limit($"the offer {offer.Name}", offer.Budget!) + Otherwise(offer);
        }

        foreach (var shared in _policies.Budgets.Where(shared => _send.Offers.Any(offer => shared.Pays(trigger.Name, offer.Name))))
        {
            var others = shared.Triggers.Where(name => name != trigger.Name).Concat(shared.Offers.Where(name => _send.Offers.All(offer => offer.Name != name))).ToList();
            yield return Limit("it", shared.Budget) + (others.Count == 0 ? "" : $", shared with {Words.Join(others, "and")}");
        }

        foreach (var offer in _send.Offers.Where(offer => offer.Pool is not null))
        {
            var pool = $"each message of {offer.Name} takes a code of the pool {offer.Pool!.Name}, which has {offer.Pool.Count}";
            yield return _send.Offers.Count > 1 ? pool + Otherwise(offer) : $"{pool}; when none is left, nothing goes out";
        }
    }

    private static string Limit(string what, BudgetPlan budget)
    {
        var costs = budget.Amount is { } amount ? $"costs at most {amount}" : budget.Count == 1 ? "is sent at most once" : $"is sent at most {budget.Count} times";
        return $"for all customers together {what} {costs}{(budget.Per is { } per ? $" a {per.ToString().ToLowerInvariant()}" : "")} (budget {budget.Name})";
    }

    private string Otherwise(OfferPlan offer) => _send.Offers.Count < 2 ? ""
        : $"; when that is used up, {Words.Join([.. _send.Offers.Where(other => other.Name != offer.Name).Select(other => other.Name)], "or")} is sent instead";

    private IEnumerable<string> HeldOut()
    {
        if (_policies.HoldOut is { } all)
        {
            yield return $"{all.Percent} of 100 customers get nothing from any trigger, to compare with";
        }

        if (trigger.HoldOut is { } own)
        {
            yield return $"{own.Percent} of 100 customers get nothing from it, to compare with";
        }
    }

    private static string Names(IEnumerable<ChannelPlan> channels) => Words.Join([.. channels.Select(channel => channel.Name)], "and");
}
