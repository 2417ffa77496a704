using Triggers.Engine;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Language.Plan.Messaging;
using Triggers.Model;
using Triggers.Model.Time;
using Triggers.Model.Values;
using Triggers.Tests.Engine.Support;

namespace Triggers.Tests.Engine.State;

/// <summary>
/// A state that has everything a state can have: values of every kind, traits of every kind, memberships, outcomes of every kind, start times, runs at steps, all that gates
/// remember. What it holds never changes, for the blob of a version was made of it.
/// </summary>
internal static class EveryShape
{
    private const string Rules =
        """
        === traits
        count_ever: { count: order.placed }
        count_hour: { count: order.placed, in: 1h }
        sum_money: { sum: order.placed.value, in: 1d }
        sum_int: { sum: order.placed.items }
        average_double: { average: order.placed.score }
        min_money: { min: order.placed.value, in: 1d }
        max_time: { max: order.placed.time }
        distinct_sku: { distinct: product.viewed.sku }
        latest_hour: { latest: order.placed.sku, in: 1h }
        first_sku: { first: order.placed.sku, in: 30d }
        top_ever: { top: product.viewed.sku }
        top_day: { top: product.viewed.sku, in: 1d }
        last_skus: { last: product.viewed.sku, n: 2 }
        visits: { visits: product.viewed, gap: 1m }
        dwell: { dwell: product.viewed, gap: 10m }
        path: { path_length: [product.viewed, order.placed], gap: 10m }
        by_text: { count: product.viewed, by: event.sku, in: 1d }
        by_number: { sum: order.placed.value, by: event.items }
        by_bool: { count: product.viewed, by: event.vip }
        brief: { count: call.made, in: 1m }
        === segments.yaml
        segments:
          buyers: customer.count_hour >= 2
          callers: customer.brief > 0
        stages:
          active: customer.count_ever > 0
          new: "true"
        === triggers/all.yaml
        - trigger: birthday
          when: { date: customer.birthday, zone: customer }
          SEND
        - trigger: called
          when: { leaves: callers, wait: 10d }
          SEND
        - trigger: cart-left
          when: { start: cart.updated, key: event.cart, repeat: parallel, wait: 30m }
          if: event.value >= 50 && event.cart != ""
          SEND
        - trigger: crossed
          when: { crosses: customer.count_ever >= 2, wait: 10d }
          SEND
        - trigger: ended
          when: { start: page.viewed, where: event.page == "go", until: [order.placed], wait: 30m }
          SEND
        - trigger: expired
          when: { steps: [{ event: page.viewed, where: event.page == "go" }, { event: profile.changed, within: 1m }] }
          SEND
        - trigger: news
          when: { schedule: "0 10 * * FRI", over: buyers }
          SEND
        - trigger: not-again
          when: { start: page.viewed, where: event.page == "go" }
          again: { after: 1d, from: entry }
          SEND
        - trigger: often
          when: { start: page.viewed, key: event.page, times: { at_least: 9, in: 1h } }
          SEND
        - trigger: often-at-all
          when: { start: page.viewed, times: { at_least: 9, in: 1h } }
          SEND
        - trigger: on-the-way
          when:
            key: event.sku
            steps:
              - { name: first, event: product.viewed, where: event.vip }
              - { name: second, event: product.viewed, where: event.sku == first.sku }
              - { event: page.viewed, at_least: 3, where: event.page == first.sku }
          if: first.category == second.category && event.page != ""
          SEND
        - trigger: once-a-key
          when: { start: order.placed, key: event.order }
          again: once per key
          SEND
        - trigger: refused
          when: { start: page.viewed, where: event.page == "go" }
          if: customer.points > 100
          SEND
        - trigger: sent
          when: { start: page.viewed, where: event.page == "go" }
          again: { after: 1s }
          SEND
        - trigger: too-late
          when: { start: page.viewed, where: event.page == "go", until: [cart.updated], wait: 1m }
          SEND

        """;

    /// <summary>The rules that made it.</summary>
    public static WorkspacePlan Plan { get; } = WithEverything(ShopStory.Of(Rules).Plan);

    /// <summary>The state, a new one each time.</summary>
    public static CustomerState State()
    {
        var state = new CustomerState(Support.Shop.AnnKey);
        var engine = new CustomerEngine(Everything.Plan());
        var ten = Timestamp.From(new(2026, 1, 5, 10, 0, 0, TimeSpan.Zero));
        engine.Step(state, new(Everything.Event("v1", ten, ValueOf), ten, 0), new());
        engine.Step(state, new(Everything.Event("v2", ten - TimeSpan.FromMinutes(5), field => field.Name == "int" ? Value.Of(42L) : Value.Absent), ten, 0), new());
        state = ShopStory.Of(Rules, state)
            .On("10:01", "profile.changed points=7 birthday=05-03 zone=America/New_York email=ann@example.com")
            .On("10:02", "page.viewed page=go")
            .On("10:04", "call.made minutes=3")
            .On("10:06", "order.placed order=a value=10.50 score=0.25 items=2 sku=x")
            .On("10:07", "order.placed order=b value=20.00 score=-1.5 items=3 sku=y")
            .On("10:08", "product.viewed sku=x category=c vip=true")
            .On("10:08:30", "product.viewed sku=x category=d vip=false")
            .On("10:09", "page.viewed page=x")
            .On("10:10", "page.viewed page=x")
            .On("10:11", "page.viewed page=go")
            .On("10:15", "cart.updated cart=k1 value=80")
            .On("10:16", "cart.updated cart=k1 value=90")
            .On("10:17", "product.viewed sku=é category=c vip=true")
            .State;
        RememberMessages(state, ten);
        return state;
    }

    private static void RememberMessages(CustomerState state, Timestamp at)
    {
        var (email, push, offer) = (StableId.Of("email"), StableId.Of("push"), StableId.Of("offer"));
        var (facts, heap) = (state.Messaging, state.Heap);
        facts.Say(new(default, default, Given: false, at));
        facts.Say(new(email, offer, Given: true, at + TimeSpan.FromMinutes(1)));
        (facts.ComplaintOpenedAt, facts.ComplaintClosedAt) = (at, at - TimeSpan.FromDays(1));
        facts.Set(new ChannelFact(push, WroteAt: at, AnsweredAt: Timestamp.Beginning));
        facts.Set(new GroupFact(StableId.Of("seasonal"), StableId.Of("sent"), heap.Add("0123456789abcdef0123456789abcdef"), at));
        facts.Book(new()
        {
            Id = 0x0123456789ABCDEF, At = at, Channel = push, Purpose = offer, Offer = StableId.Of("cart-rescue"), Flags = SentFlags.Counts | SentFlags.Broadcast,
            Tags = heap.Add([1, 2, 3, 4, 5, 6, 7, 8]),
        });
        facts.Hold(new() { Run = state.Runs[0], Id = heap.Add("fedcba9876543210fedcba9876543210"), Since = at, WakeAt = at + TimeSpan.FromDays(1) });
        facts.Add(new BudgetDraw(0x0123456789ABCDEF, BudgetPlan.IdOf("offer cart-rescue"), at - TimeSpan.FromDays(4), at, 12.50m));
        facts.Add(new BudgetDraw(0xFEDCBA9876543210, BudgetPlan.IdOf("spring"), Timestamp.Beginning, at + TimeSpan.FromDays(1), 1));
        facts.Add(new CodeDraw(0xFEDCBA9876543210, CodePoolPlan.IdOf("spring"), 41));
        Outcomes.Record(state, StableId.Of("held"), RunOutcome.Held, at, StableId.Of("cap"), []);
        Outcomes.Record(state, StableId.Of("crowded"), RunOutcome.Crowded, at, default, []);
    }

    private static Value ValueOf(FieldDefinition field)
    {
        var item = Value.Of(new ArrayRecord(Everything.Item, [Value.Of("日本語"), Value.Absent, Value.Of(new Money(-12.50m, "EUR"))]));
        return field.Type.Kind switch
        {
            DataTypeKind.Bool => Value.True,
            DataTypeKind.Int => Value.Of(long.MinValue),
            DataTypeKind.UInt => Value.Of(ulong.MaxValue),
            DataTypeKind.Double => Value.Of(-0.1),
            DataTypeKind.String => Value.Of("k€1"),
            DataTypeKind.Bytes => Value.Of([0, 127, 255]),
            DataTypeKind.Timestamp => Value.OfTimestamp(-1, 999_999_999),
            DataTypeKind.Duration => Value.OfDuration(-1800, -500_000_000),
            DataTypeKind.Money => Value.Of(new Money(80.00m, "EUR")),
            DataTypeKind.Record => item,
            DataTypeKind.Map => Value.OfMap(new Dictionary<Value, Value> { [Value.Of("b")] = Value.Of(new Money(2, "EUR")), [Value.Of("a")] = Value.Of(new Money(1, "EUR")) }),
            _ => Value.OfList(field.Type.Element!.Kind == DataTypeKind.Int ? [Value.Of(1L), Value.Of(-1L), Value.Of(300L)] : [item, item]),
        };
    }

    /// <summary>For describing the state: with the names of the rules that were in force first.</summary>
    private static WorkspacePlan WithEverything(WorkspacePlan plan)
    {
        var before = Everything.Plan();
        return plan with { Traits = [.. plan.Traits, .. before.Traits], Triggers = [.. plan.Triggers, .. before.Triggers] };
    }
}
