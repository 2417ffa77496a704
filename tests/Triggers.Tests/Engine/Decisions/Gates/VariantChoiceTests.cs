using Triggers.Engine.Decisions.Gates.Variants;
using Triggers.Language.Plan.Messaging;
using Xunit;

namespace Triggers.Tests.Engine.Decisions.Gates;

public sealed class VariantChoiceTests
{
    private const int Customers = 20_000;

    [Fact]
    public void Variants_are_dealt_by_their_weights()
    {
        var dealt = Deal(("plain", 3), ("loud", 1), ("off", 0)).CountBy(v => v).ToDictionary();

        Assert.InRange(dealt["plain"], 14_700, 15_300);
        Assert.InRange(dealt["loud"], 4_700, 5_300);
        Assert.False(dealt.ContainsKey("off"));
    }

    [Fact]
    public void Another_weight_moves_customers_only_to_or_from_its_variant()
    {
        var before = Deal(("a", 1), ("b", 1), ("c", 1));
        var after = Deal(("a", 1), ("b", 3), ("c", 1));
        var moved = before.Zip(after).Where(pair => pair.First != pair.Second).ToList();

        Assert.All(moved, pair => Assert.Equal("b", pair.Second));
        // b goes from a third to three fifths.
        Assert.InRange(moved.Count, Customers * (0.6 - (1 / 3.0)) - 300, Customers * (0.6 - (1 / 3.0)) + 300);
    }

    [Fact]
    public void A_variant_that_ends_leaves_its_customers_to_the_others_and_moves_nobody_else()
    {
        var moved = Deal(("a", 1), ("b", 1), ("c", 1)).Zip(Deal(("a", 1), ("b", 0), ("c", 1))).Where(pair => pair.First != pair.Second);

        Assert.All(moved, pair => Assert.Equal("b", pair.First));
    }

    [Fact]
    public void The_order_in_the_file_does_not_matter_and_another_offer_deals_anew()
    {
        Assert.Equal(Deal(("a", 1), ("b", 1)), Deal(("b", 1), ("a", 1)));
        var same = Deal(("a", 1), ("b", 1)).Zip(Deal("summer", ("a", 1), ("b", 1))).Count(pair => pair.First == pair.Second);
        Assert.InRange(same, (Customers / 2) - 300, (Customers / 2) + 300);
    }

    [Fact]
    public void An_offer_without_variants_has_none() => Assert.Null(VariantChoice.Of(new OfferPlan("spring", "Spring"), Clock.Customer(1)));

    private static List<string> Deal(params (string Name, int Weight)[] variants) => Deal("spring", variants);

    private static List<string> Deal(string offer, params (string Name, int Weight)[] variants)
    {
        var plan = new OfferPlan(offer, offer) { Variants = [.. variants.Select(v => new VariantPlan(v.Name, v.Weight, ContentPlan.None))] };
        return [.. Enumerable.Range(0, Customers).Select(i => VariantChoice.Of(plan, Clock.Customer(i))!.Name)];
    }
}
