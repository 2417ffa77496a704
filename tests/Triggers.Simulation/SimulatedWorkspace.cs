using Triggers.Language.Workspaces;

namespace Triggers.Simulation;

/// <summary>The rules of every simulation: one trigger with a wait and an end, one that fires at once.</summary>
internal static class SimulatedWorkspace
{
    internal static WorkspaceFiles Files { get; } = With(bigCart: 90);

    /// <summary>The same with a smaller big cart: what is published while it runs.</summary>
    internal static WorkspaceFiles Other { get; } = With(bigCart: 50);

    private static WorkspaceFiles With(int bigCart) => new(new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["workspace.yaml"] = "name: simulation\nzone: Etc/UTC\ncurrency: EUR\nlocale: en\n",
        ["events.yaml"] = """
            events:
              cart.updated: { from: clicks, fields: { cart: string, value: money } }
              order.placed: { from: clicks, fields: { cart: string } }
            """,
        ["channels.yaml"] = "channels:\n  push:\n    address: customer.id\n",
        ["offers/cart-rescue.yaml"] = "offer: cart-rescue\nlabel: A reminder\n",
        ["triggers/cart-left.yaml"] = """
            trigger: cart-left
            label: Cart left
            when:
              start: cart.updated
              key: event.cart
              where: event.value >= 10
              until: [order.placed]
              wait: 1s
            send: { purpose: offer, priority: 50, offer: cart-rescue, channels: [push] }
            """,
        ["triggers/big-cart.yaml"] = $$"""
            trigger: big-cart
            label: A big cart
            when:
              start: cart.updated
              where: event.value >= {{bigCart}}
            send: { purpose: offer, priority: 50, offer: cart-rescue, channels: [push] }
            """,
    });
}
