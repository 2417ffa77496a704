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
        };
        var triggers = string.Concat(forms.Select((form, index) =>
            $"-\n  trigger: form-{index}\n  {form.Replace("\n", "\n  ", StringComparison.Ordinal)}\n  send: {{ purpose: offer, offer: cart-rescue, channels: [push, email] }}\n"));
        var plan = Samples.Shop.With(("triggers/cart-left.yaml", triggers)).Plan();

        ApprovedText.Verify(
            string.Join("\n", plan.Triggers.Select(t => $"{forms[int.Parse(t.Name[5..])].ReplaceLineEndings(" | ")}\n{PlainEnglish.Explain(t, plan)}")), "explained-forms");
    }

    private static IEnumerable<string> Explain(string name, Triggers.Language.Plan.WorkspacePlan plan) =>
        plan.Triggers.Select(trigger => $"[{name}] {PlainEnglish.Explain(trigger, plan)}");
}
