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
          level: { latest: profile.changed.stage }
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
        if: customer.level != "lost" && event.note != "gift"
        send: { purpose: offer, priority: 60, offer: cart-rescue, channels: [push, email] }

        """);

    /// <summary>A workspace that uses every key of the language, also those that cannot run yet.</summary>
    public static WorkspaceFiles Everything { get; } = Support.Workspaces.Text(
        """
        === workspace.yaml
        name: everything
        label: Everything that the language has
        zone: Europe/London
        currency: GBP
        locale: en-GB
        customer_zone: customer.zone
        customer_locale: customer.language
        === events.yaml
        types:
          item: { sku: string, category: string, quantity: int, price: money }
        events:
          product.viewed: { from: clicks, fields: { sku: string, category: string, price: money } }
          cart.updated: { label: somebody changed their cart, from: clicks, fields: { cart: string, value: money, items: list(item) } }
          order.placed: { from: orders, fields: { order: string, value: money, items: list(item), coupon: string? }, lateness: 1h }
          message.received: { from: social, fields: { text: string, sentiment: double, happy: bool, at: timestamp } }
          profile.changed: { from: social, fields: { email: string?, birthday: timestamp?, first_name: string?, zone: string?, language: string?, channel: string? } }
          consent.changed: { from: social, fields: { channel: string, topic: string, given: bool } }
          complaint.opened: { from: social, fields: { complaint: string } }
          complaint.closed: { from: social, fields: { complaint: string } }
        mapping:
          orders:
            format: json
            id: id
            type: { always: order.placed }
            time: { field: when, format: "dd/MM/yyyy HH:mm", zone: Europe/London }
            customer: { user: user_id, email: mail }
            fields: { order: id }
            group: { by: id, within: 5m }
          clicks: { format: csv, id: row, type: { field: kind, names: { v: product.viewed, c: cart.updated } }, time: at, customer: { cookie: c } }
          social: { format: cloudevents }
        === traits.yaml
        traits:
          orders_year: { count: order.placed, in: 365d, label: Orders in a year }
          spend_year: { sum: order.placed.value, in: 365d, where: event.value > 1 }
          cheapest: { min: order.placed.items.price }
          dearest: { max: order.placed.items.price }
          mean: { average: order.placed.value }
          kinds: { distinct: order.placed.items.category }
          email: { latest: profile.changed.email }
          birthday: { latest: profile.changed.birthday }
          first_name: { latest: profile.changed.first_name }
          zone: { latest: profile.changed.zone }
          language: { latest: profile.changed.language }
          favourite: { latest: profile.changed.channel }
          first_order: { first: order.placed.time }
          visits: { visits: [product.viewed, cart.updated], gap: 1h, in: 30d }
          dwell: { dwell: product.viewed }
          path: { path_length: product.viewed }
          categories: { top: order.placed.items.category, n: 3, in: 180d }
          viewed_skus: { last: product.viewed.sku, n: 10 }
          views_of_sku: { count: product.viewed, by: event.sku, in: 7d }
          next_order: { predict: order.placed, model: repurchase }
          alive: { of: order.placed, model: pareto-nbd }
        === segments.yaml
        segments:
          loyal: "customer.orders_year >= 4 && customer.spend_year >= 2000"
          at_risk: "customer.alive < 0.4 && customer.kinds > 0"
        stages:
          at-risk: customer.visits == 0
          active: has(customer.dwell) && customer.path > 1
        === channels.yaml
        channels:
          email:
            label: Letters
            topic: outbound.mail
            address: customer.email
            consent: { offer: asked, care: assumed }
            format: html
            limits: { title: 60, body: 5000 }
            quiet_hours: { from: 21:00, to: 9:00, spread: 30m }
          wechat:
            address: customer.id
            consent: assumed
            quiet_hours: none
            reply: { to: message.received, within: 48h, at_most: 5, broadcasts: { at_most: 4, per: month } }
        === policies.yaml
        collect: 5s
        consent:
          - { event: consent.changed, given: event.given, channel: event.channel, purpose: event.topic }
          - { event: complaint.opened, given: "false" }
        complaints: { opened: complaint.opened, closed: complaint.closed, stops: [offer] }
        caps:
          - { label: Not too many letters, channels: [email], purposes: [offer], tags: [spring], at_most: 2, in: 7d, then: { defer: 2d } }
          - { at_most: 1, per: day, then: next-channel }
        groups:
          cart: { label: One about the cart, triggers: [cart-left, second-look], for: 1d }
        budgets:
          campaign: { label: The campaign in spring, amount: 20000 GBP, triggers: [cart-left], offers: [spring] }
        hold_out: { percent: 5, salt: spring }
        quiet_hours: { from: 22:00, to: 08:00 }
        === offers/spring.yaml
        offer: spring
        label: Five pounds off
        eligible: customer.mean > 20
        score: customer.spend_year
        valid: { from: 2026-03-01, to: 2026-05-31 }
        limit: { at_most: 1, in: 30d }
        cost: 5 GBP
        budget: { amount: 5000 GBP, per: month }
        codes: { pool: spring }
        content:
          email:
            en: { title: "For you, {{ customer.first_name | default: \"friend\" }}", body: "Five pounds off with {{ code }}" }
            zh-CN: { title: 给您, body: "优惠 {{ code }}" }
          wechat:
            en-GB: { body: "Five pounds off with {{ code }}" }
            zh: { body: "优惠 {{ code }}" }
        variants:
          plain: { weight: 3 }
          loud: { weight: 1, content: { email: { en: { title: FIVE POUNDS, body: "{{ code }}" } } } }
        === codes/spring.yaml
        - pool: spring
          codes: [SPRING-1, SPRING-2, SPRING-3]
        - pool: numbers
          count: 500
        === triggers/events.yaml
        - trigger: cart-left
          label: Cart left for half an hour
          when:
            start: cart.updated
            key: event.cart
            where: event.value >= 50 && customer.views_of_sku[event.items[0].sku] > 1
            times: { at_least: 3, in: 1h }
            repeat: restart
            until: [order.placed, { event: cart.updated, key: event.cart, where: event.value < 50 }]
            wait: 30m
          if: customer.dearest > 100
          again: { after: 7d, from: message }
          stale: 2h
          goal: { event: order.placed, within: 3d, where: event.value > 10 }
          budget: { count: 1000, per: day }
          hold_out: { percent: 10 }
          pin: true
          send:
            purpose: offer
            priority: 60
            tags: [spring]
            offer: spring
            channels: [wechat, email]
            prefer: customer.favourite
            expires: 4h
            mandatory: false
            ignores_caps: false
            ignores_quiet_hours: false
            counts: true
        - trigger: second-look
          when:
            steps:
              - { name: first, event: product.viewed, where: event.category == "formula" }
              - { name: second, event: product.viewed, where: event.sku == first.sku, within: 2d, strict: true }
              - { event: product.viewed, at_least: 2, within: 1d }
              - { event: product.viewed, each: true, within: 1d }
              - { not: order.placed, where: event.value > 5, within: 1d }
            key: event.category
          if: second.sku != "x"
          again: once per key
          send: { purpose: offer, offer: spring, channels: [email] }
        === triggers/others.yaml
        - { trigger: enters, when: { enters: loyal, wait: 1d }, again: once, send: { purpose: care, offer: spring, channels: [email] } }
        """ +
        string.Concat(new[]
        {
            "leaves: loyal", "stage: at-risk", "crosses: customer.spend_year >= 5000", "date: customer.birthday, at: 10:00, before: 3d, zone: customer",
            "schedule: \"0 10 * * FRI\", over: at_risk, zone: workspace", "due: customer.next_order, before: 2d", "silence: { of: order.placed, for: 45d }",
            "price-drop: customer.viewed_skus", "back-in-stock: customer.categories",
        }.Select((when, index) => $"\n- {{ trigger: other-{index}, when: {{ {when} }}, again: after exit, send: {{ purpose: care, offer: spring, channels: [email] }} }}")) +
        """

        === tests/all.yaml
        test: all
        day: 2026-03-29
        zone: Europe/London
        until: day 2 12:00
        customers: { anna: { orders_year: 3, mean: 20 } }
        cases: [{ case: one, value: 60 }]
        given: [{ at: 10:00, event: cart.updated, customer: anna, cart: k1, value: <value> }]
        expect: [{ at: 10:30, trigger: cart-left, channel: email, customer: anna, offer: spring, key: k1 }]
        refused: [{ at: 11:00, trigger: second-look, gate: if, customer: anna, key: k1 }]

        """);
}
