using Triggers.Engine.State;
using Triggers.Language.Workspaces;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Cli;

public sealed class CustomerCommandTests : IDisposable
{
    private static readonly WorkspaceFiles Shop = Workspaces.Text(
        """
        === workspace.yaml
        name: shop
        zone: Europe/Berlin
        currency: EUR
        === events.yaml
        events:
          cart.updated: { from: clicks, fields: { cart: string, value: money } }
          order.placed: { from: clicks, fields: { value: money, order: string } }
          product.viewed: { from: clicks, fields: { sku: string } }
          profile.changed: { from: clicks, fields: { email: string?, birthday: string?, newsletter: bool? } }
          page.viewed: { from: clicks }
          mail.opened: { from: clicks }
        mapping:
          clicks: { format: json, id: id, type: type, time: at, customer: { user: user, card: card } }
        === traits.yaml
        traits:
          email: { latest: profile.changed.email }
          birthday: { latest: profile.changed.birthday }
          newsletter: { latest: profile.changed.newsletter }
          orders_90d: { count: order.placed, in: 90d }
          spend: { sum: order.placed.value }
          last_skus: { last: product.viewed.sku, n: 3 }
          views_of: { count: product.viewed, by: event.sku, in: 7d }
          visit: { dwell: [product.viewed, cart.updated] }
          first_order: { first: order.placed.time }
        === segments.yaml
        segments:
          buyers: customer.orders_90d > 0
          loyal: customer.orders_90d >= 2
          lookers: size(customer.views_of) >= 2
        stages:
          active: customer.orders_90d > 0
          new: "true"
        === channels.yaml
        channels:
          email: { address: customer.email }
        === offers/all.yaml
        - { offer: reminder, label: A reminder }
        === triggers/all.yaml
        - trigger: birthday
          when: { date: customer.birthday }
          send: { purpose: offer, offer: reminder, channels: [email] }
        - trigger: cart-left
          when: { start: cart.updated, key: event.cart, until: [order.placed], wait: 30m }
          send: { purpose: offer, offer: reminder, channels: [email] }
        - trigger: large-order
          when: { start: order.placed, where: event.value >= 1000 }
          send: { purpose: offer, offer: reminder, channels: [email] }
        - trigger: looked-and-left
          when:
            steps:
              - { event: product.viewed }
              - { not: order.placed }
              - { event: cart.updated, at_least: 2, within: 2d }
              - { not: order.placed, within: 1d }
          send: { purpose: offer, offer: reminder, channels: [email] }
        - trigger: missed
          when: { silence: { of: order.placed, for: 45d } }
          send: { purpose: offer, offer: reminder, channels: [email] }
        - trigger: one-view
          when: { steps: [{ event: product.viewed }, { event: page.viewed, within: 1h }] }
          send: { purpose: offer, offer: reminder, channels: [email] }
        - trigger: soon-loyal
          when: { enters: loyal, wait: 60d }
          send: { purpose: offer, offer: reminder, channels: [email] }
        - trigger: thanks
          when: { start: order.placed, until: [profile.changed], wait: 10m }
          again: { after: 30d, from: message }
          send: { purpose: care, offer: reminder, channels: [email] }
        - trigger: welcome
          when: { enters: buyers }
          again: once
          if: has(customer.newsletter) && customer.newsletter
          send: { purpose: care, offer: reminder, channels: [email] }
        - trigger: welcome-once
          when: { start: order.placed }
          again: once
          send: { purpose: care, offer: reminder, channels: [email] }

        """);

    private const string Events =
        """
        {"id":"e1","type":"profile.changed","at":"2026-03-20T08:00:00Z","user":"anna","email":"anna@example.com","birthday":"05-03","newsletter":false}
        {"id":"e2","type":"product.viewed","at":"2026-03-27T09:00:00Z","user":"anna","sku":"a1"}
        {"id":"e3","type":"product.viewed","at":"2026-03-27T09:04:30Z","user":"anna","sku":"b2"}
        {"id":"e4","type":"order.placed","at":"2026-03-27T09:30:00Z","user":"anna","value":120.50,"order":"o1"}
        {"id":"e5","type":"profile.changed","at":"2026-03-27T10:00:00Z","user":"anna","newsletter":true}
        {"id":"e6","type":"product.viewed","at":"2026-03-28T23:10:00Z","user":"anna","sku":"a1"}
        {"id":"e7","type":"order.placed","at":"2026-03-28T23:20:00Z","user":"anna","value":"79.90","order":"o2"}
        {"id":"e8","type":"product.viewed","at":"2026-03-29T00:50:00Z","user":"anna","sku":"a1"}
        {"id":"e9","type":"cart.updated","at":"2026-03-29T00:55:00Z","user":"anna","cart":"k1","value":35}
        {"id":"e10","type":"cart.updated","at":"2026-03-29T01:00:00Z","user":"anna","cart":"k\u0007 2","value":20}
        {"id":"e11","type":"page.viewed","at":"2026-03-29T01:05:00Z","card":"anna"}
        {"id":"e12","type":"profile.changed","at":"2026-03-29T01:06:00Z","user":"ben"}
        {"id":"e13","type":"profile.changed","at":"2026-03-29T01:06:00Z","card":"ben"}
        {"id":"e14","type":"product.viewed","at":"2026-03-29T01:10:00Z","user":"cleo","sku":"a1"}
        {"id":"e15","type":"mail.opened","at":"2026-03-29T01:10:00Z","user":"dan"}

        """;

    private readonly TemporaryFolder _folder = new();

    public CustomerCommandTests()
    {
        foreach (var (path, content) in Shop.Files)
        {
            _folder.Write($"shop/{path}", content);
        }

        _folder.Write("clicks.jsonl", Events);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_customer_with_everything_is_shown_at_any_time() => ApprovedText.Verify(
        new Transcript(_folder.Path)
            .Type("customer", "DIR/shop", "--events", "DIR/clicks.jsonl", "--id", "user:anna")
            .Type("customer", "DIR/shop", "--events", "clicks=DIR/clicks.jsonl", "--id", "user:anna", "--at", "2026-03-27T10:30+01:00")
            .Type("customer", "DIR/shop", "--events", "clicks=DIR/clicks.jsonl", "--id", "user:anna", "--at", "2026-07-15")
            .ToString(),
        "customer-with-everything");

    [Fact]
    public void A_new_customer_has_little_to_show() => ApprovedText.Verify(
        new Transcript(_folder.Path)
            .Type("customer", "DIR/shop", "--events", "DIR/clicks.jsonl", "--id", "cleo")
            .Type("customer", "DIR/shop", "--events", "DIR/clicks.jsonl", "--id", "card:anna")
            .Type("customer", "DIR/shop", "--events", "DIR/clicks.jsonl", "--id", "dan")
            .ToString(),
        "new-customer");

    [Fact]
    public void A_customer_with_as_many_runs_as_may_be_is_said_to_begin_no_other()
    {
        var carts = Enumerable.Range(1, CustomerState.MostRuns + 1)
            .Select(cart => $$"""{"id":"{{cart}}","type":"cart.updated","at":"2026-03-27T10:00:00Z","user":"bot","cart":"k{{cart}}","value":5}""");
        _folder.Write("crowd.jsonl", string.Join('\n', carts));

        var run = new Transcript(_folder.Path).Type("run", "DIR/shop", "--events", "clicks=DIR/crowd.jsonl", "--out", "DIR/out").ToString();
        var counts = new Transcript(_folder.Path).Type("run", "DIR/shop", "--events", "clicks=DIR/crowd.jsonl", "--out", "DIR/out", "--summary", "json").ToString();
        var shown = new Transcript(_folder.Path).Type("customer", "DIR/shop", "--events", "clicks=DIR/crowd.jsonl", "--id", "bot").ToString();

        Assert.Contains("\n  cart-left  not begun 2026-03-27 11:00: 1,000 runs of the customer waited; 1,000 under way\n", shown, StringComparison.Ordinal);
        Assert.Contains("\n1 start of cart-left began no run: 1,000 of the customer waited.\n\n", run, StringComparison.Ordinal);
        Assert.Contains("\"refused\": {},\n      \"crowded\": 1\n", counts, StringComparison.Ordinal);
    }

    [Fact]
    public void A_customer_who_cannot_be_told_is_asked_for_again() => ApprovedText.Verify(
        new Transcript(_folder.Path)
            .Type("customer", "DIR/shop", "--events", "DIR/clicks.jsonl", "--id", "dora")
            .Type("customer", "DIR/shop", "--events", "DIR/clicks.jsonl", "--id", "user:cleo", "--at", "2026-03-29T01:09:59Z")
            .Type("customer", "DIR/shop", "--events", "DIR/clicks.jsonl", "--id", "ben")
            .Type("customer", "DIR/shop", "--events", "DIR/clicks.jsonl", "--id", "anna", "--at", "yesterday")
            .Type("customer", "DIR/shop", "--events", "DIR/clicks.jsonl", "--id", "anna", "--at", "end")
            .Type("customer", "DIR/shop", "--events", "DIR/clicks.jsonl")
            .Type("customer", "DIR/shop", "--id", "anna")
            .ToString(),
        "unknown-customer");
}
