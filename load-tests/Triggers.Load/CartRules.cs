using Triggers.Language.Workspaces;

namespace Triggers.Load;

/// <summary>The workload <c>cart</c> in the product's own language: fires fifteen minutes after the last add to cart, unless an order came.</summary>
internal static class CartRules
{
    /// <summary>The workspace.</summary>
    internal static WorkspaceFiles Files { get; } = LoadWorkspace.With(
    [
        new("triggers/cart.yaml", """
            trigger: cart
            label: Cart left for a quarter of an hour
            when:
              start: add_to_cart
              repeat: restart
              until: [order]
              wait: 15m
            send: { purpose: offer, priority: 50, offer: cart, channels: [push] }
            """),
    ]);
}
