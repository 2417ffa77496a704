using Triggers.Language.Plan.Messaging;
using Triggers.Model.Customers;

namespace Triggers.Engine.Decisions.Gates.Variants;

/// <summary>
/// Which form of an offer a customer gets: always the same. Weighted rendezvous hashing (Thaler and Ravishankar 1996): each variant scores weight ÷ −ln(u), u the hash of
/// offer, variant and customer in (0, 1), and the greatest score wins. Another weight moves customers only to or from that variant.
/// </summary>
internal static class VariantChoice
{
    private const double TwoTo53 = 9_007_199_254_740_992;

    /// <summary>The customer's variant; null when the offer has none. One hash a variant.</summary>
    public static VariantPlan? Of(OfferPlan offer, CustomerKey customer)
    {
        VariantPlan? best = null;
        var greatest = 0.0;
        var hash = StableHash.Of(offer.Name, customer);
        foreach (var variant in offer.Variants)
        {
            if (variant.Weight == 0)
            {
                continue;
            }

            var unit = ((StableHash.And(hash, StableHash.Of(variant.Name, customer)) >> 11) + 0.5) / TwoTo53;
            var score = variant.Weight / -Math.Log(unit);
            if (best is null || score > greatest)
            {
                (best, greatest) = (variant, score);
            }
        }

        return best;
    }
}
