using Triggers.Language.Workspaces;
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

    private static IEnumerable<string> Explain(string name, Triggers.Language.Plan.WorkspacePlan plan) =>
        plan.Triggers.Select(trigger => $"[{name}] {PlainEnglish.Explain(trigger, plan)}");
}
