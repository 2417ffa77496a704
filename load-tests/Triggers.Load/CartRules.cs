using Triggers.Language.Workspaces;

namespace Triggers.Load;

/// <summary>The workload <c>cart</c> in the product's own language: fires fifteen minutes after the last add to cart, unless an order came.</summary>
internal static class CartRules
{
    private const string Fields =
        "{ channel: string, country: string, product: string, category: int, brand: int, amount: money, quantity: int, campaign: int, " +
        "sentiment: double, device: string, page: string }";

    /// <summary>The workspace.</summary>
    internal static WorkspaceFiles Files { get; } = new(new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["workspace.yaml"] = "name: load\nzone: Etc/UTC\ncurrency: EUR\nlocale: en\n",
        ["events.yaml"] = $$"""
            events:
              view: { from: load, fields: {{Fields}} }
              click: { from: load, fields: {{Fields}} }
              add_to_cart: { from: load, fields: {{Fields}} }
              remove_from_cart: { from: load, fields: {{Fields}} }
              order: { from: load, fields: {{Fields}} }
              social_post: { from: load, fields: {{Fields}} }
              email_open: { from: load, fields: {{Fields}} }
              review: { from: load, fields: {{Fields}} }
            mapping:
              load:
                format: json
                id: id
                type: type
                time: time
                customer: { customer: customer }
            """,
        ["channels.yaml"] = "channels:\n  push:\n    address: customer.id\n",
        ["offers/cart.yaml"] = "offer: cart\nlabel: What is in the cart\n",
        ["triggers/cart.yaml"] = """
            trigger: cart
            label: Cart left for a quarter of an hour
            when:
              start: add_to_cart
              repeat: restart
              until: [order]
              wait: 15m
            send: { purpose: offer, priority: 50, offer: cart, channels: [push] }
            """,
    });
}
