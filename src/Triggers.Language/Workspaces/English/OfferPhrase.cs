using System.Globalization;
using NodaTime;
using Triggers.Language.Plan;
using Triggers.Language.Plan.Messaging;

namespace Triggers.Language.Workspaces.English;

/// <summary>Who may get the offers of a trigger, and in which languages and forms they are written.</summary>
internal sealed class OfferPhrase(WorkspacePlan plan)
{
    private readonly ConditionPhrase _conditions = new([new("customer", "the customer's", plan.Customer)], plan.Catalogue.Currency);

    /// <summary>A line for each offer that not everybody gets at any time, and one about the choice between several.</summary>
    public IEnumerable<string> Say(SendPlan send)
    {
        foreach (var offer in send.Offers)
        {
            var parts = new List<string>();
            if (offer.Eligible is { } eligible)
            {
                parts.Add($"is for customers of whom it is true that {_conditions.Say(eligible.ToSyntax())}");
            }

            if (Days(offer) is { Length: > 0 } days)
            {
                parts.Add($"can be had {days}");
            }

            if (offer.Limit is { } limit)
            {
                parts.Add($"goes to one customer at most {AllowanceWords.Times(limit)}");
            }

            if (parts.Count > 0)
            {
                yield return $"the offer {offer.Name} {string.Join(", and ", parts)}";
            }
        }

        if (send.Offers.Count > 1)
        {
            var best = send.Offers.Any(offer => offer.Score is not null) ? "the one of the greatest score" : "the first by name";
            yield return $"of the offers {Words.Join([.. send.Offers.Select(offer => offer.Name)], "and")} that the customer may get, {best} is sent";
        }
    }

    /// <summary>A line for each offer that has texts or forms of its own.</summary>
    public static IEnumerable<string> SayContent(SendPlan send)
    {
        foreach (var offer in send.Offers)
        {
            var locales = offer.Variants.Select(variant => variant.Content).Append(offer.Content)
                .SelectMany(content => content.Channels.Values).SelectMany(contents => contents).Select(content => content.Locale).Distinct().Order(StringComparer.Ordinal).ToList();
            if (locales.Count > 0)
            {
                yield return $"the text of {offer.Name} is there in {Words.Join(locales, "and")}; when a value is missing in it, or it is too long for its channel, nothing goes out";
            }

            if (offer.Variants.Count > 0)
            {
                yield return $"the offer {offer.Name} has the forms {Words.Join([.. offer.Variants.Select(variant => variant.Name)], "and")}, of which a customer always gets the same";
            }
        }
    }

    private static string Days(OfferPlan offer) => (offer.First, offer.Last) switch
    {
        ({ } first, { } last) => $"from {Day(first)} to {Day(last)}",
        ({ } first, null) => $"from {Day(first)} on",
        (null, { } last) => $"until {Day(last)}",
        _ => "",
    };

    private static string Day(LocalDate day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
