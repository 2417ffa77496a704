using Triggers.Language.Workspaces;
using Triggers.Tests.Support;

namespace Triggers.Tests.Language.Workspaces;

/// <summary>A small shop that is right in everything; tests change a file of it.</summary>
internal static class Samples
{
    public static WorkspaceFiles Shop { get; } = Support.Workspaces.Text(
        """
        === workspace.yaml
        name: shop
        zone: Europe/Berlin
        currency: EUR
        locale: de
        === events.yaml
        types:
          item: { sku: string, quantity: int, price: money }
        events:
          cart.updated: { from: clicks, fields: { cart: string, value: money, items: list(item), note: string? } }
          order.placed: { from: orders, fields: { order: string, cart: string?, value: money }, lateness: 1h }
          profile.changed: { from: profiles, fields: { email: string?, stage: string? } }
        mapping:
          orders:
            format: json
            id: order_id
            type: { always: order.placed }
            time: { field: placed_at, format: "dd.MM.yyyy HH:mm" }
            customer: { user: user_id, email: mail }
            fields: { order: order_id }
        === traits.yaml
        traits:
          email: { latest: profile.changed.email }
          stage: { latest: profile.changed.stage }
        === channels.yaml
        channels:
          email: { address: customer.email }
          push: { address: customer.id, topic: out.push }
        === offers/cart-rescue.yaml
        offer: cart-rescue
        label: Five per cent on what is in the cart
        === triggers/cart-left.yaml
        trigger: cart-left
        label: Cart left for half an hour
        when:
          start: cart.updated
          key: event.cart
          where: event.items.size() > 0
          repeat: restart
          until: [order.placed, { event: cart.updated, key: event.cart, where: event.items.size() == 0 }]
          wait: 30m
        if: customer.stage != "lost" && event.note != "gift"
        send: { purpose: offer, priority: 60, offer: cart-rescue, channels: [push, email] }

        """);
}
