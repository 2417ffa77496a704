using Triggers.Language.Workspaces;
using Triggers.Runtime.Partitions;

namespace Triggers.Simulation;

/// <summary>The rules of every simulation: one trigger with a wait and an end, one that fires at once.</summary>
internal static class SimulatedWorkspace
{
    private const int Codes = 4_000;

    internal static WorkspaceFiles Files { get; } = With(bigCart: 90, shares: false);

    /// <summary>The same with a smaller big cart: what is published while it runs.</summary>
    internal static WorkspaceFiles Other { get; } = With(bigCart: 50, shares: false);

    /// <summary>The first with a budget and codes, of which each partition has a share.</summary>
    internal static WorkspaceFiles Sharing { get; } = With(bigCart: 90, shares: true);

    /// <summary>The second with the same budget and codes.</summary>
    internal static WorkspaceFiles SharingOther { get; } = With(bigCart: 50, shares: true);

    /// <summary>What one of so many partitions may spend and give out: most run out of budget in a simulation.</summary>
    internal static byte[] ShareOf(int partition, int partitions) => LeaseJson.Write(new(
        [new("offer cart-rescue", 3m)], [new("rescues", new(partition * (Codes / partitions), (partition + 1) * (Codes / partitions)))]));

    private static WorkspaceFiles With(int bigCart, bool shares) => new(new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["workspace.yaml"] = "name: simulation\nzone: Etc/UTC\ncurrency: EUR\nlocale: en\n",
        ["events.yaml"] = """
            events:
              cart.updated: { from: clicks, fields: { cart: string, value: money } }
              order.placed: { from: clicks, fields: { cart: string } }
            """,
        ["channels.yaml"] = "channels:\n  push:\n    address: customer.id\n",
        ["codes/rescues.yaml"] = $"pool: rescues\ncount: {Codes}\n",
        ["offers/cart-rescue.yaml"] = "offer: cart-rescue\nlabel: A reminder\n"
            + (shares ? "cost: 0.10 EUR\nbudget: { amount: 12 EUR, per: week }\ncodes: { pool: rescues }\n" : ""),
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
