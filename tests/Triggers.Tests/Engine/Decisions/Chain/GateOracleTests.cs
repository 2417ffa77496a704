using Triggers.Language.Plan;
using Triggers.Runtime.Scenarios;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Engine.Decisions.Chain;

/// <summary>
/// Thousands of customers with random candidates, consents, complaints and failures, who share budgets and a pool of codes: exactly the messages go out that
/// <see cref="NaiveGates"/> and <see cref="NaiveStock"/> say, none more and none less, with the same codes.
/// </summary>
public sealed class GateOracleTests
{
    private const int Codes = 7_000;
    private const decimal DayLimit = 5_000;
    private const decimal WeekLimit = 18_000;
    private const int CareLimit = 5_000;
    private const decimal OfferCost = 5.00m;
    private const decimal CareCost = 2.50m;

    private static readonly WorkspacePlan Plan = GateStory.Shop.With(
        ("policies.yaml", "consent: [{ event: consent, given: event.given }]\ncomplaints: { opened: complaint, closed: solved }\n"
            + "caps: [{ at_most: 2, in: 1d }, { at_most: 3, per: week }]\nquiet_hours: { from: 22:00, to: 8:00 }\n"
            + $"budgets: {{ all: {{ amount: {DayLimit} EUR, per: day, triggers: [seen, left] }} }}\n"),
        ("codes/gifts.yaml", $"pool: gifts\ncount: {Codes}\n"),
        ("offers/o.yaml", $"- {{ offer: gift, label: Gift, cost: {OfferCost} EUR, budget: {{ amount: {WeekLimit} EUR, per: week }}, codes: {{ pool: gifts }} }}\n"
            + $"- {{ offer: rescue, label: Rescue, cost: {CareCost} EUR }}\n"),
        ("triggers/t.yaml", "- { trigger: seen, when: { start: view }, send: { purpose: offer, offer: gift, channels: [push] } }\n"
            + $"- {{ trigger: left, when: {{ start: cart }}, budget: {{ count: {CareLimit} }}, send: {{ purpose: care, offer: rescue, channels: [push], counts: false, ignores_caps: true }} }}\n")).Plan();

    [Fact]
    public void Exactly_the_messages_go_out_that_the_description_of_the_gates_allows()
    {
        var crowd = new GateCrowd(Plan, Stock());
        new FileRun(Plan, RunUntil.Last, crowd).Execute(crowd, TimeProvider.System);

        var messages = 0;
        foreach (var (customer, sent) in crowd.Expected)
        {
            Assert.Equal(sent, crowd.Sent.GetValueOrDefault(customer, []));
            messages += sent.Count;
        }

        Assert.Equal(crowd.Messages.Count, messages);
        NothingIsOverrun(crowd);
        ResultFile.Write("gate-oracle.json", new { customers = GateCrowd.Customers, decisions = crowd.Decisions.Count, messages, refusedBy = crowd.Refusals });
    }

    /// <summary>From the outputs alone; and each limit is reached, else it would prove nothing.</summary>
    private static void NothingIsOverrun(GateCrowd crowd)
    {
        var (offers, care) = (crowd.Messages.Where(message => message.Offer == "gift").ToList(), crowd.Messages.Where(message => message.Offer == "rescue").ToList());
        var codes = offers.SelectMany(message => message.Codes).ToList();
        Assert.Equal(offers.Count, codes.Distinct().Count());
        Assert.Equal(Codes, codes.Count);
        Within(WeekLimit, offers.Select(message => (NaiveGates.Week(At(message)), OfferCost, message.Id)), crowd.Failed);
        Within(DayLimit, crowd.Messages.Select(message => (NaiveGates.DayOf(At(message)), message.Offer == "gift" ? OfferCost : CareCost, message.Id)), crowd.Failed);
        Within(CareLimit, care.Select(message => (0L, 1m, message.Id)), crowd.Failed);
        Assert.Equal(["budget", "codes"], crowd.Refusals.Keys.Where(gate => gate is "budget" or "codes"));
        Assert.InRange(crowd.Refusals["budget"], 1_000, int.MaxValue);
        Assert.InRange(crowd.Refusals["codes"], 100, int.MaxValue);
    }

    /// <summary>What was sent and did not fail is never more than the limit.</summary>
    private static void Within(decimal limit, IEnumerable<(long Period, decimal Cost, string Id)> sent, HashSet<string> failed)
    {
        foreach (var period in sent.GroupBy(one => one.Period))
        {
            Assert.InRange(period.Where(one => !failed.Contains(one.Id)).Sum(one => one.Cost), 0, limit);
        }
    }

    private static long At(Model.Outbound.Message message) => message.DecidedAt.UnixMilliseconds;

    private static NaiveStock Stock() => new(
        [
            new("trigger left", CareLimit, new Dictionary<string, decimal> { ["left"] = 1 }, _ => 0),
            new("offer gift", WeekLimit, new Dictionary<string, decimal> { ["seen"] = OfferCost }, NaiveGates.Week),
            new("all", DayLimit, new Dictionary<string, decimal> { ["seen"] = OfferCost, ["left"] = CareCost }, NaiveGates.DayOf),
        ],
        Codes);
}
