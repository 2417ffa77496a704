namespace Triggers.Servers.Serving;

/// <summary>A workspace of carts and orders in plain JSON: a trigger that waits, one that fires at once, and an address that some customers have not.</summary>
internal static class CartWorkspace
{
    internal static IReadOnlyDictionary<string, string> Files((string Source, string Outbound) topics) => new Dictionary<string, string>
    {
        ["workspace.yaml"] = "name: carts\nzone: Etc/UTC\ncurrency: EUR\nlocale: en\n",
        ["events.yaml"] = $$"""
            events:
              cart.updated: { from: {{topics.Source}}, fields: { cart: string, value: money } }
              order.placed: { from: {{topics.Source}}, fields: { cart: string } }
              app.installed: { from: {{topics.Source}}, fields: { token: string } }
            mapping:
              {{topics.Source}}:
                format: json
                id: id
                type: type
                time: time
                customer: { user: customer }
            """,
        ["traits.yaml"] = "traits:\n  push_token: { latest: app.installed.token }\n",
        ["channels.yaml"] = $"channels:\n  push:\n    topic: {topics.Outbound}\n    address: customer.push_token\n",
        ["offers/cart-rescue.yaml"] = "offer: cart-rescue\nlabel: A reminder of what is in the cart\n",
        ["triggers/cart-left.yaml"] = """
            trigger: cart-left
            label: Cart left
            when:
              start: cart.updated
              key: event.cart
              where: event.value >= 10
              until: [order.placed]
              wait: 2s
            send: { purpose: offer, priority: 60, offer: cart-rescue, channels: [push] }
            """,
        ["triggers/big-cart.yaml"] = """
            trigger: big-cart
            label: A big cart
            when:
              start: cart.updated
              where: event.value >= 90
            send: { purpose: offer, priority: 50, offer: cart-rescue, channels: [push] }
            """,
    };
}
