using Triggers.Language.Workspaces;
using Triggers.Tests.Support;

namespace Triggers.Tests.Language.Workspaces;

/// <summary>Workspaces with one mistake each, such as people make: the sample shop with a piece of one file replaced.</summary>
internal static class WrongWorkspaces
{
    private const string Trigger = "triggers/cart-left.yaml";

    /// <summary>What is wrong, and the workspace.</summary>
    public static IEnumerable<(string Title, WorkspaceFiles Files)> All() =>
        Edits().Select(edit => (edit.Title, Edit(edit.Path, edit.Old, edit.New))).Concat(WholeFiles().Select(w => (w.Title, Samples.Shop.With((w.Path, w.Content)))));

    private static WorkspaceFiles Edit(string path, string old, string @new)
    {
        var content = Samples.Shop.Files[path];
        return content.Contains(old, StringComparison.Ordinal)
            ? Samples.Shop.With((path, content.Replace(old, @new, StringComparison.Ordinal)))
            : throw new InvalidOperationException($"{path} has no '{old}'.");
    }

    /// <summary>The catalogue with items in orders too, and a piece of it replaced.</summary>
    private static string Grouped(string old, string @new) => Samples.Shop.Files["events.yaml"]
        .Replace("value: money }, lateness", "value: money, items: list(item) }, lateness", StringComparison.Ordinal)
        .Replace(old, @new, StringComparison.Ordinal);

    private static IEnumerable<(string Title, string Path, string Old, string New)> Edits() =>
    [
        ("A key is misspelt", Trigger, "  wait: 30m", "  wiat: 30m"),
        ("A key stands on the wrong level", Trigger, "if: customer", "  if: customer"),
        ("A tab indents a line", Trigger, "  wait: 30m", "\twait: 30m"),
        ("A line is indented one blank too far", Trigger, "  wait: 30m", "   wait: 30m"),
        ("The colon has no blank after it", Trigger, "  wait: 30m", "  wait:30m"),
        ("A quote is not closed", Trigger, "\"lost\"", "\"lost"),
        ("A bracket is not closed", Trigger, "[push, email]", "[push, email"),
        ("A condition with a comma is not quoted", Trigger, "where: event.items.size() == 0", "where: event.items.all(i, i.quantity == 0)"),
        ("A duration in words", Trigger, "30m", "half an hour"),
        ("A duration without a unit", Trigger, "30m", "30"),
        ("A duration with the units in the wrong order", Trigger, "30m", "30m1h"),
        ("A wait of nothing", Trigger, "30m", "0m"),
        ("An event that does not exist", Trigger, "[order.placed,", "[order.payed,"),
        ("A field that does not exist", Trigger, "event.cart\n", "event.basket\n"),
        ("A trait that does not exist", Trigger, "customer.level", "customer.levell"),
        ("A channel that does not exist", Trigger, "[push, email]", "[push, mail]"),
        ("A channel twice", Trigger, "[push, email]", "[push, push]"),
        ("No channel at all", Trigger, "[push, email]", "[]"),
        ("An offer that does not exist", Trigger, "offer: cart-rescue,", "offer: cart_rescue,"),
        ("A word that repeat does not know", Trigger, "repeat: restart", "repeat: again"),
        ("One equals sign", Trigger, "event.items.size() == 0", "event.items.size() = 0"),
        ("The word and", Trigger, " && ", " and "),
        ("A number compared with text", Trigger, "customer.level != \"lost\"", "customer.level != 3"),
        ("A condition that is no condition", Trigger, "where: event.items.size() > 0", "where: event.items.size()"),
        ("A key that is a list", Trigger, "key: event.cart\n", "key: event.items\n"),
        ("A key of another type", Trigger, "key: event.cart,", "key: event.items.size(),"),
        ("Until without a wait", Trigger, "  wait: 30m\n", ""),
        ("A priority out of range", Trigger, "priority: 60", "priority: 600"),
        ("No send", Trigger, "send: {", "sends: {"),
        ("An empty value", Trigger, "  start: cart.updated", "  start:"),
        ("A list where one value is meant", Trigger, "  start: cart.updated", "  start: [cart.updated, order.placed]"),
        ("One value where a list is meant", Trigger, "[push, email]", "push"),
        ("A key twice", Trigger, "  wait: 30m", "  wait: 30m\n  wait: 40m"),
        ("Two starts", Trigger, "  start: cart.updated", "  start: cart.updated\n  silence: { of: order.placed, for: 9d }"),
        ("Something that is not built yet", Trigger, "send: {", "pin: true\nsend: {"),
        ("An unknown type", "events.yaml", "quantity: int", "quantity: number"),
        ("A type that contains itself", "events.yaml", "quantity: int", "quantity: item"),
        ("A list of an unknown record", "events.yaml", "list(item)", "list(items)"),
        ("A field that every event has", "events.yaml", "note: string?", "time: timestamp"),
        ("A mapping for a topic without events", "events.yaml", "  orders:\n", "  order:\n"),
        ("A mapping without the time", "events.yaml", "    time: { field: placed_at, format: \"dd.MM.yyyy HH:mm\" }\n", ""),
        ("A time format that is none", "events.yaml", "dd.MM.yyyy HH:mm", "when it was"),
        ("A mapped field that no event has", "events.yaml", "fields: { order: order_id }", "fields: { oder: order_id }"),
        ("A trait of a field that does not exist", "traits.yaml", "profile.changed.stage", "profile.changed.stages"),
        ("A trait of nothing", "traits.yaml", "{ latest: profile.changed.stage }", "{ label: Level }"),
        ("A trait with a built-in name", "traits.yaml", "  level:", "  id: { latest: profile.changed.email }\n  level:"),
        ("A trait that nothing uses", "traits.yaml", "  level:", "  orders: { latest: order.placed.order }\n  level:"),
        ("An address that is no text", "channels.yaml", "address: customer.id", "address: 5"),
        ("A channel without an address", "channels.yaml", "address: customer.id, topic: out.push", "topic: out.push"),
        ("An offer without a label", "offers/cart-rescue.yaml", "label:", "lable:"),
        ("A zone that does not exist", "workspace.yaml", "Europe/Berlin", "Berlin"),
        ("A currency in small letters", "workspace.yaml", "EUR", "eur"),
        ("A condition that is never true", Trigger, "event.items.size() > 0", "event.value > 100 && event.value < 50"),
        ("A condition that is always true", Trigger, "event.items.size() > 0", "1 < 2"),
        ("An end that is also the start", Trigger, "[order.placed, {", "[cart.updated, {"),
        ("An anchor", Trigger, "send: {", "send: &send {"),
    ];

    private static IEnumerable<(string Title, string Path, string? Content)> WholeFiles() =>
    [
        ("No catalogue", "events.yaml", null),
        ("Rows that are no list of records", "events.yaml", Grouped("    fields: { order: order_id }", "    group: { by: order_id, within: 5m, rows: order }")),
        ("A list of rows that is misspelt", "events.yaml", Grouped("    fields: { order: order_id }", "    group: { by: order_id, within: 5m, rows: item }")),
        ("A sum of a field that rows do not have", "events.yaml", Grouped("    fields: { order: order_id }", "    group: { by: order_id, within: 5m, rows: items, sums: { value: row.prize } }")),
        ("A sum of another type than its field", "events.yaml", Grouped("    fields: { order: order_id }", "    group: { by: order_id, within: 5m, rows: items, sums: { value: row.quantity } }")),
        ("A sum for a field that does not exist", "events.yaml", Grouped("    fields: { order: order_id }", "    group: { by: order_id, within: 5m, rows: items, sums: { total: row.quantity } }")),
        ("A sum that is a text", "events.yaml", Grouped("    fields: { order: order_id }", "    group: { by: order_id, within: 5m, rows: items, sums: { value: row.sku } }")),
        ("A sum without rows", "events.yaml", Grouped("    fields: { order: order_id }", "    group: { by: order_id, within: 5m, sums: { value: row.price } }")),
        ("A group without its time", "events.yaml", Grouped("    fields: { order: order_id }", "    group: { by: order_id }")),
        ("CloudEvents in groups", "events.yaml", Grouped("    format: json\n", "    group: { by: order_id, within: 5m }\n")),
        ("A star in the middle", "events.yaml", Grouped("type: { always: order.placed }", "type: { field: kind, names: { \"C*x\": order.placed } }")),
        ("A file with a wrong name", "trait.yaml", "traits: {}\n"),
        ("A file with a wrong ending", "triggers/other.yml", "trigger: other\n"),
        ("A file in a wrong folder", "trigger/other.yaml", "trigger: other\n"),
        ("An empty trigger file", "triggers/empty.yaml", "# to do\n"),
        ("Two triggers with one name", "triggers/other.yaml", "trigger: cart-left\nwhen: { start: order.placed }\nsend: { purpose: offer, offer: cart-rescue, channels: [push] }\n"),
        ("Two triggers that say the same", "triggers/other.yaml", Samples.Shop.Files[Trigger].Replace("trigger: cart-left", "trigger: other", StringComparison.Ordinal)),
        ("A list as the whole catalogue", "channels.yaml", "- push\n- email\n"),
        ("Segments of everybody and nobody", "segments.yaml", "segments:\n  all: \"true\"\n  none: customer.level == \"a\" && customer.level == \"b\"\n"),
        ("Steps in a wrong order", "triggers/steps.yaml",
            "trigger: steps\nwhen:\n  steps:\n    - { not: order.placed }\n    - { name: event, event: cart.updated, where: event.card == first.cart }\n    - { not: order.placed }\n"
            + "send: { purpose: offer, offer: cart-rescue, channels: [push] }\n"),
        ("Traits that cannot be computed", "traits.yaml",
            "traits:\n  email: { latest: profile.changed.email }\n  level: { sum: profile.changed.stage }\n  a: { latest: cart.updated.items.sku }\n  b: { of: order.placed }\n  c: { count: order.placed, n: 3 }\n"),
        ("An offer that ends before it begins", "offers/spring.yaml", "offer: spring\nlabel: Spring\nvalid: { from: 2026-05-01, to: 2026-03-01 }\ncost: 5\nbudget: { amount: 5000 USD }\n"),
        ("A greeting that may be empty", "offers/hello.yaml", "offer: hello\nlabel: Hello\ncontent:\n  email:\n    de: { title: \"Guten Tag {{ customer.email }}\", body: Hallo }\n"),
        ("Content for half the customers", "offers/cart-rescue.yaml",
            "offer: cart-rescue\nlabel: Cart\ncontent:\n  email:\n    en: { title: Hello, body: There }\n    zh-CN: { title: 您好, text: 优惠 }\n  mail: { en: { body: x } }\n"),
        ("Variants that nobody gets, and codes from nowhere", "offers/cart-rescue.yaml",
            "offer: cart-rescue\nlabel: Cart\ncodes: { pool: sprig }\nvariants: { a: { weight: 0 }, b: { weight: 0 } }\nlimit: { at_most: 1, in: 1d, per: day }\n"),
        ("Budgets that pay for nothing", "offers/cart-rescue.yaml", "offer: cart-rescue\nlabel: Cart\nbudget: { amount: 100 EUR }\n"),
        ("A budget smaller than one message", "offers/cart-rescue.yaml", "offer: cart-rescue\nlabel: Cart\ncost: 5.01 EUR\nbudget: { amount: 5 EUR }\n"),
        ("A pool that no offer gives", "codes/spring.yaml", "pool: spring\ncount: 100\n"),
        ("A code twice", "codes/spring.yaml", "- { pool: a, codes: [X1, X2, X1] }\n- { pool: b, codes: [X2] }\n"),
        ("Limits of parts that no content has", "channels.yaml",
            "channels:\n  email: { address: customer.email, limits: { tilte: 60 }, quiet_hours: { from: 9:00, to: 09:00 } }\n  push: { address: customer.id, consent: { ofer: assumed } }\n"),
        ("Policies that say nothing", "policies.yaml",
            "caps: [{ tags: [spring], channels: [email, email], at_most: 1, per: day, then: defer }]\ngroups: { g: { triggers: [cart-left] } }\nbudgets: { b: { count: 5 } }\n"
            + "complaints: { opened: order.placed, closed: order.placed }\nconsent: [{ event: order.placed, given: event.value, channel: event.value }]\n"),
        ("Policies about nothing", "policies.yaml", "caps: [{ channels: [sms], purposes: [spam], at_most: 0 }]\ngroups: { g: { triggers: [x] } }\n"),
        ("A rule test with wrong names and times", "tests/cart.yaml",
            "test: cart\ngiven:\n  - { at: 25:00, event: cart.updated, cart: k1, value: many }\n  - { at: 10:00, event: cart.updated, basket: k1 }\nexpect:\n  - { at: 10:30, trigger: cart-lost, channel: mail }\n"),
        ("A rule test with a case too few", "tests/cart.yaml", "test: cart\ncases: [{ case: one, wert: 5 }]\ngiven:\n  - { at: 10:00, event: cart.updated, cart: k1, value: <value> }\nexpect: []\n"),
    ];
}
