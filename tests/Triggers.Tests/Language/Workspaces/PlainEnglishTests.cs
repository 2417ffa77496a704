using Triggers.Language.Plan.Messaging;
using Triggers.Language.Workspaces;
using Triggers.Model.Values;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Language.Workspaces;

public sealed class PlainEnglishTests
{
    [Fact]
    public void Every_trigger_in_the_tree_is_explained()
    {
        var texts = WorkspacesInTheTree.All().Append(("the sample shop", Samples.Shop)).SelectMany(workspace => Explain(workspace.Item1, workspace.Item2.Plan()));

        ApprovedText.Verify(string.Join("\n", texts), "explained-triggers");
    }

    [Fact]
    public void Every_form_of_trigger_and_condition_is_explained()
    {
        var forms = new[]
        {
            "when: { start: order.placed }",
            "when: { start: order.placed, where: event.value >= 50 }",
            "when: { start: cart.updated, key: event.cart, where: event.value > 49.90 && size(event.items) >= 2, until: [order.placed], wait: 30m }",
            "when: { start: cart.updated, where: event.note != \"gift\", repeat: ignore, wait: 1h30m }",
            "when: { start: cart.updated, repeat: parallel, wait: 1d, until: [{ event: order.placed, where: event.value < 10 }, profile.changed] }",
            "when: { start: cart.updated, wait: 45s }\nif: event.value * 2 > 100 || customer.level in [\"new\", \"mature\"]",
            "when: { start: cart.updated, key: event.cart + event.id, wait: 7d }\nif: event.items.exists(i, i.price > 10) && has(event.note) && !has(customer.email)",
            "when: { start: cart.updated, where: \"event.items.all(i, i.quantity == 1)\" }\nif: customer.email.endsWith(\"@example.org\") && !(event.value == 5)",
            "when: { start: cart.updated, where: event.time.getHours(\"Europe/Berlin\") < 12, wait: 2h }\nif: \"event.time > timestamp('2026-01-01T00:00:00Z') ? true : false\"",
            "when: { start: cart.updated, key: event.cart, until: [{ event: cart.updated, key: event.cart, where: event.items.size() == 0 || event.value == 0 }], wait: 1m }",
            "when: { start: cart.updated, times: { at_least: 3, in: 1h } }\nagain: { after: 7d, from: message }\nstale: 2h",
            "when: { silence: { of: order.placed, for: 45d }, until: [cart.updated] }\nagain: once",
            "when:\n  steps:\n    - { name: first, event: cart.updated, where: event.value >= 50 }\n    - { not: order.placed }\n    - { event: cart.updated, where: event.cart == first.cart, within: 2d, strict: true }\n" +
                "    - { event: profile.changed, at_least: 2 }\n    - { not: order.placed, within: 1d }\n  key: event.cart\n  wait: 10m\nif: first.value > 60\nagain: once per key",
            "when:\n  steps:\n    - { event: cart.updated }\n    - { not: order.placed, strict: true }\n    - { event: profile.changed }\nagain: after exit",
            "when: { enters: loyal, wait: 1d }\nagain: { after: 30d, from: entry }",
            "when: { leaves: loyal }",
            "when: { stage: lost }",
            "when: { crosses: customer.orders >= 10 }",
            "when: { date: customer.level, at: 10:00, before: 3d }",
            "when: { schedule: \"0 10 * * FRI\", over: loyal, zone: customer }",
        };
        var triggers = string.Concat(forms.Select((form, index) =>
            $"-\n  trigger: form-{index}\n  {form.Replace("\n", "\n  ", StringComparison.Ordinal)}\n  send: {{ purpose: offer, offer: cart-rescue, channels: [push, email] }}\n"));
        var plan = Samples.Shop.With(
            ("triggers/cart-left.yaml", triggers),
            ("workspace.yaml", Samples.Shop.Files["workspace.yaml"] + "customer_zone: customer.level\n"),
            ("traits.yaml", Samples.Shop.Files["traits.yaml"].TrimEnd() + "\n  orders: { count: order.placed, in: 90d }\n"),
            ("segments.yaml", "segments:\n  loyal: customer.orders >= 3\nstages:\n  lost: customer.orders == 0\n")).Plan();

        ApprovedText.Verify(
            string.Join("\n", plan.Triggers.Select(t => $"{forms[int.Parse(t.Name[5..])].ReplaceLineEndings(" | ")}\n{PlainEnglish.Explain(t, plan)}")), "explained-forms");
    }

    [Fact]
    public void Everything_that_stands_between_a_trigger_and_its_message_is_explained()
    {
        var sends = new[]
        {
            "send: { purpose: offer, offer: [cart-rescue, gift], channels: [push, email, wechat], prefer: response, expires: 4h, tags: [spring] }\nhold_out: { percent: 20 }",
            "send: { purpose: service, priority: 90, offer: cart-rescue, channels: [email], mandatory: true, ignores_caps: true, ignores_quiet_hours: true }",
            "send: { purpose: news, offer: gift, channels: [wechat, push], prefer: customer.level, counts: false }",
        };
        var triggers = string.Concat(sends.Select((send, index) => $"-\n  trigger: send-{index}\n  when: {{ start: order.placed }}\n  {send.Replace("\n", "\n  ", StringComparison.Ordinal)}\n"));
        var plan = Samples.Shop.With(
            ("triggers/cart-left.yaml", triggers),
            ("workspace.yaml", Samples.Shop.Files["workspace.yaml"].Replace("locale: de", "locale: en", StringComparison.Ordinal)),
            ("offers/cart-rescue.yaml", "offer: cart-rescue\nlabel: Rescue\nlimit: { at_most: 3 }\nvalid: { from: 2026-03-01 }\nvariants: { plain: { weight: 3 }, loud: {} }\n"),
            ("offers/gift.yaml", "offer: gift\nlabel: A gift\neligible: customer.level == \"new\"\nscore: \"2\"\nvalid: { to: 2026-03-31 }\nlimit: { at_most: 2, in: 7d }\n" +
                "content: { push: { en: { title: Yes }, zh-CN: { title: 是 } }, email: { en: { title: Yes } }, wechat: { en: { title: Yes } } }\n"),
            ("channels.yaml",
                "channels:\n  push: { address: customer.email, consent: asked, quiet_hours: { from: 20:00, to: 9:00 } }\n  email: { address: customer.email, consent: assumed, quiet_hours: none }\n" +
                "  wechat: { address: customer.email, consent: { news: assumed }, reply: { to: profile.changed, within: 48h, at_most: 5, broadcasts: { at_most: 4, per: month } } }\n"),
            ("policies.yaml",
                "consent: [{ event: profile.changed, given: \"true\" }]\ncomplaints: { opened: profile.changed, closed: order.placed }\ncollect: 10s\nhold_out: { percent: 5 }\n" +
                "quiet_hours: { from: 21:00, to: 8:30, spread: 30m }\ngroups: { all: { triggers: [send-0, send-1, send-2] }, two: { triggers: [send-0, send-2], for: 12h } }\n" +
                "caps: [{ at_most: 3, in: 7d }, { label: a few, at_most: 1, per: day, channels: [push, email], purposes: [offer, news], tags: [spring], then: next-channel }, " +
                "{ at_most: 4, per: month, purposes: [service, news], then: { defer: 2d } }]\n")).Plan();

        ApprovedText.Verify(
            string.Join("\n", plan.Triggers.Select(t => $"{sends[int.Parse(t.Name[5..])].ReplaceLineEndings(" | ")}\n{PlainEnglish.Explain(t, plan)}")), "explained-gates");
    }

    [Fact]
    public void Budgets_and_codes_are_explained()
    {
        var plan = Samples.Shop.Plan();
        var (trigger, week) = (plan.Triggers[0], new BudgetPlan("offer cart-rescue", new Money(500.00m, "EUR"), Count: null, CalendarPeriod.Week));
        var offer = trigger.Send.Offers[0] with { Budget = week, Pool = new("spring", Codes: null, 1_000) };
        var campaign = new SharedBudgetPlan(new("spring", Amount: null, 10_000, Per: null), new HashSet<string> { trigger.Name }, new HashSet<string>());
        var paid = plan with { Messaging = plan.Messaging with { Policies = plan.Messaging.Policies with { Budgets = [campaign] } } };

        Assert.EndsWith(
            """
            - For all customers together the offer cart-rescue costs at most 500.00 EUR a week (budget offer cart-rescue).
            - For all customers together it is sent at most 10000 times (budget spring).
            - Each message of cart-rescue takes a code of the pool spring, which has 1000; when none is left, nothing goes out.

            """,
            PlainEnglish.Explain(trigger with { Send = trigger.Send with { Offers = [offer] } }, paid),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_offers_it_is_said_which_is_sent_when_one_is_used_up()
    {
        var plan = Samples.Shop.Plan();
        var (trigger, offer) = (plan.Triggers[0], plan.Triggers[0].Send.Offers[0]);
        var first = offer with { Budget = new("offer cart-rescue", Amount: null, 5, CalendarPeriod.Day), Pool = new("spring", Codes: null, 10) };
        var shared = new SharedBudgetPlan(new("spring", Amount: null, 9, Per: null), new HashSet<string> { trigger.Name, "other" }, new HashSet<string>());
        var paid = plan with { Messaging = plan.Messaging with { Policies = plan.Messaging.Policies with { Budgets = [shared] } } };

        var text = PlainEnglish.Explain(trigger with { Send = trigger.Send with { Offers = [first, new("plain", "Plain")] } }, paid);

        Assert.Contains("send one of the offers cart-rescue and plain by", text, StringComparison.Ordinal);
        Assert.EndsWith(
            """
            - For all customers together the offer cart-rescue is sent at most 5 times a day (budget offer cart-rescue); when that is used up, plain is sent instead.
            - For all customers together it is sent at most 9 times (budget spring), shared with other.
            - Each message of cart-rescue takes a code of the pool spring, which has 10; when that is used up, plain is sent instead.

            """,
            text,
            StringComparison.Ordinal);
    }

    private static IEnumerable<string> Explain(string name, Triggers.Language.Plan.WorkspacePlan plan) =>
        plan.Triggers.Select(trigger => $"[{name}] {PlainEnglish.Explain(trigger, plan)}");
}
