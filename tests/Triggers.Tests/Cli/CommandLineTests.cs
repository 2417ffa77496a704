using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Whatever_is_wrong_with_a_command_is_said_in_words()
    {
        Shop();
        _folder.Write("events.jsonl", "{}\n");
        _folder.Write("list.json", "[{}]\n");
        _folder.Write("rows.csv", "time,kind\n");
        _folder.Write("broken/workspace.yaml", "name: broken\n");
        _folder.Write("empty/readme.txt", "nothing");
        _folder.Write("latin/workspace.yaml", [(byte)'n', 0xE4]);
        _folder.Write("log.jsonl", "{\"partition\":0}\n");

        ApprovedText.Verify(
            new Transcript(_folder.Path)
                .Type("chek", "DIR/shop")
                .Type("check")
                .Type("check", "DIR/nowhere")
                .Type("check", "DIR/shop/workspace.yaml")
                .Type("check", "DIR/empty")
                .Type("check", "DIR/latin")
                .Type("check", "DIR/shop", "--format", "xml")
                .Type("check", "--fromat=json", "DIR/shop")
                .Type("check", "DIR/broken")
                .Type("run")
                .Type("run", "DIR/broken", "--events", "DIR/events.jsonl")
                .Type("run", "DIR/shop")
                .Type("run", "DIR/shop", "--events", "DIR/nothing.jsonl")
                .Type("run", "DIR/shop", "--events", "DIR")
                .Type("run", "DIR/shop", "--events", "clicks=DIR/nothing.jsonl")
                .Type("run", "DIR/shop", "--events", "clicks=DIR/list.json")
                .Type("run", "DIR/shop", "--events", "click=DIR/events.jsonl")
                .Type("run", "DIR/shop", "--events", "till=DIR/rows.csv")
                .Type("run", "DIR/shop", "--events", "clicks=DIR/events.jsonl", "--until", "tomorrow")
                .Type("run", "DIR/shop", "--events", "clicks=DIR/events.jsonl", "--out", "DIR/events.jsonl")
                .Type("run", "DIR/shop", "--events", "clicks=DIR/events.jsonl", "--summary", "yaml")
                .Type("run", "DIR/shop", "--log", "DIR/log.jsonl")
                .Type("run", "--log", "DIR/log.jsonl", "--out", "DIR/out")
                .Type("run", "--log", "DIR/nothing.jsonl", "--out", "DIR/out")
                .Type("run", "DIR/shop", "DIR/events.jsonl")
                .Type("run", "DIR/shop", "--events", "DIR/events.jsonl", "--summry")
                .Type("run", "DIR/shop", "--events", "DIR/events.jsonl", "--out")
                .Type("run", "DIR/shop", "--events", "DIR/events.jsonl", "--out", "")
                .Type("new", "")
                .Type("serve", "DIR/shop", "--config", "")
                .Type("serve", "DIR/shop")
                .Type("test", "DIR/shop", "--format", "xml")
                .Type("log")
                .Type("log", "dumb")
                .Type("log", "dump", "--config", "DIR/triggers.yaml", "--out", "DIR/log.jsonl", "--partition", "x")
                .ToString(),
            nameof(Whatever_is_wrong_with_a_command_is_said_in_words));
    }

    [Fact]
    public void A_right_workspace_is_checked_and_run()
    {
        Shop();
        _folder.Write(
            "clicks.jsonl",
            """
            {"specversion":"1.0","id":"1","source":"/web","type":"cart.updated","time":"2026-01-01T10:00:00Z","customer":"user:anna","data":{"cart":"k1","value":80}}
            {"specversion":"1.0","id":"1","source":"/web","type":"cart.updated","time":"2026-01-01T10:00:00Z","customer":"user:anna","data":{"cart":"k1","value":80}}
            {"specversion":"1.0","id":"2","source":"/web","type":"cart.updated","time":"2026-01-01T10:05:00Z","customer":"user:ben","data":{"cart":"k2","value":10}}
            {"specversion":"1.0","id":"3","source":"/web","type":"cart.updated","time":"2026-01-01T10:06:00Z","customer":"user:cleo","data":{"cart":"k3","value":99}}
            {"specversion":"1.0","id":"4","source":"/web","type":"cart.updated","time":"2026-01-01T10:45:00Z","customer":"user:dan","data":{"cart":"k4","value":"99 USD"}}

            """);
        _folder.Write("till.csv", "at,card,no\n01.01.2026 11:20,cleo,7\n01.01.2026 11:50,dan,8\n");

        ApprovedText.Verify(
            new Transcript(_folder.Path)
                .Type("check", "DIR/shop")
                .Type("check", "DIR/shop", "--format", "json")
                .Type("run", "DIR/shop", "--events", "DIR/clicks.jsonl", "DIR/till.csv", "--out", "DIR/out")
                .Type("run", "DIR/shop", "--events", "DIR/clicks.jsonl", "--events", "DIR/till.csv", "--out", "DIR/out", "--summary", "json")
                .Type("run", "DIR/shop", "--events", "DIR/clicks.jsonl", "--out", "DIR/out", "--until", "2026-01-01T10:31:00Z", "--summary", "json")
                .Type("run", "DIR/shop", "--events", "DIR/clicks.jsonl", "--out", "DIR/out", "--until", "end", "--summary", "json")
                .ToString() + string.Concat(Directory.EnumerateFiles(_folder["out"]).Order(StringComparer.Ordinal).Select(Read)),
            nameof(A_right_workspace_is_checked_and_run));
    }

    [Fact]
    public void What_was_decided_is_explained_in_words()
    {
        Shop();
        _folder.Write("shop/policies.yaml", "caps: [{ label: one a day, at_most: 1, per: day }]\nquiet_hours: { from: 22:00, to: 8:00 }\n");
        _folder.Write(
            "clicks.jsonl",
            """
            {"specversion":"1.0","id":"1","source":"/web","type":"cart.updated","time":"2026-01-01T10:00:00Z","customer":"user:anna","data":{"cart":"k1","value":80}}
            {"specversion":"1.0","id":"2","source":"/web","type":"cart.updated","time":"2026-01-01T10:05:00Z","customer":"user:ben","data":{"cart":"k2","value":10}}
            {"specversion":"1.0","id":"3","source":"/web","type":"cart.updated","time":"2026-01-01T12:00:00Z","customer":"user:anna","data":{"cart":"k3","value":99}}
            {"specversion":"1.0","id":"4","source":"/web","type":"cart.updated","time":"2026-01-01T22:00:00Z","customer":"user:cleo","data":{"cart":"k4","value":99}}
            {"specversion":"1.0","id":"5","source":"/web","type":"cart.updated","time":"2026-01-02T10:15:00Z","customer":"user:eva","data":{"cart":"k5","value":99}}
            {"specversion":"1.0","id":"6","source":"/web","type":"cart.updated","time":"2026-01-02T10:30:00Z","customer":"user:finn","data":{"cart":"k6","value":99}}

            """);
        _folder.Write("till.csv", "at,card,no\n02.01.2026 11:20,eva,7\n02.01.2026 11:50,gina,8\n");

        ApprovedText.Verify(
            new Transcript(_folder.Path)
                .Type("run", "DIR/shop", "--events", "DIR/clicks.jsonl", "DIR/till.csv", "--out", "DIR/out", "--summary", "json")
                .Type("explain", "DIR/out", "--customer", "anna")
                .Type("explain", "DIR/out", "--customer", "user:cleo", "--trigger", "cart-left")
                .Type("explain", "DIR/out", "--customer", "ben")
                .Type("explain", "DIR/out", "--customer", "eva", "--trigger", "cart-left")
                .Type("explain", "DIR/out", "--customer", "finn", "--trigger", "cart-left")
                .Type("explain", "DIR/out", "--customer", "gina", "--trigger", "cart-left")
                .Type("explain", "DIR/out", "--customer", "gina")
                .Type("explain", "DIR/out", "--customer", "eva")
                .Type("explain", "DIR/out", "--customer", "finn")
                .Type("explain", "DIR/out", "--customer", "dora")
                .Type("explain", "DIR/out", "--customer", "dora", "--trigger", "cart-left")
                .Type("explain", "DIR/out", "--customer", "eva", "--trigger", "cart-lost")
                .Type("explain", "DIR/out", "--message", "ffff")
                .Type("explain", "DIR/out")
                .Type("explain", "DIR/nowhere", "--customer", "anna")
                .Forget("shop/triggers/cart-left.yaml")
                .Type("explain", "DIR/out", "--customer", "eva", "--trigger", "cart-left")
                .Forget("out/run.json")
                .Type("explain", "DIR/out", "--customer", "eva", "--trigger", "cart-left")
                .ToString(),
            nameof(What_was_decided_is_explained_in_words));
    }

    [Fact]
    public void A_defect_of_the_program_is_an_apology_without_a_stack_trace()
    {
        using var error = new StringWriter();
        var terminal = new Triggers.Cli.Terminal(new BrokenWriter(), error, false, false, 120);

        Assert.Equal(70, Triggers.Cli.CommandLine.Run(["check", SomeWorkspace()], terminal));
        Assert.Matches(
            @"^error: Triggers 0\.1\.0\S* has a defect and had to stop: InvalidTimeZoneException in \S+BrokenWriter\.Write: planted\n  Sorry\. .+\n$", error.ToString());
    }

    private string Read(string file) => $"--- {Path.GetFileName(file)}\n{File.ReadAllText(file).Replace(_folder.Path, "DIR", StringComparison.Ordinal)}";

    private string SomeWorkspace()
    {
        Shop();
        return _folder["shop"];
    }

    private void Shop()
    {
        _folder.Write("shop/workspace.yaml", "name: shop\nzone: Europe/Berlin\ncurrency: EUR\n");
        _folder.Write(
            "shop/events.yaml",
            """
            events:
              cart.updated: { from: clicks, fields: { cart: string, value: money } }
              order.placed: { from: till, fields: { order: string } }
            mapping:
              till:
                format: csv
                id: row
                type: { always: order.placed }
                time: { field: at, format: "dd.MM.yyyy HH:mm" }
                customer: { user: card }
                fields: { order: no }
            """);
        _folder.Write("shop/channels.yaml", "channels:\n  push: { address: customer.id }\n");
        _folder.Write("shop/offers/rescue.yaml", "offer: rescue\nlabel: Free delivery\n");
        _folder.Write(
            "shop/triggers/cart-left.yaml",
            """
            trigger: cart-left
            when: { start: cart.updated, key: event.cart, until: [order.placed], wait: 30m }
            if: event.value >= 50
            send: { purpose: offer, offer: rescue, channels: [push] }
            """);
    }

    private sealed class BrokenWriter : StringWriter
    {
        public override void Write(string? value) => throw new InvalidTimeZoneException("planted");
    }
}
