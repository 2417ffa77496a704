using System.Buffers;
using Triggers.Engine.Intake;
using Triggers.Files.Logs;
using Triggers.Files.Output;
using Triggers.Files.Sources;
using Triggers.Language.Plan;
using Triggers.Language.Workspaces;
using Triggers.Model.Log;
using Triggers.Model.Time;
using Triggers.Runtime.Rulesets;
using Triggers.Runtime.Scenarios;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Scenarios;

public sealed class FileRunTests : IDisposable
{
    private static readonly WorkspaceFiles Shop = Support.Workspaces.Text(
        """
        === workspace.yaml
        name: shop
        zone: Etc/UTC
        currency: EUR
        === events.yaml
        events:
          cart.updated: { from: clicks, fields: { cart: string } }
          order.placed: { from: clicks, lateness: 10m }
          page.viewed: { from: clicks }
        mapping:
          clicks: { format: csv, id: id, type: type, time: at, customer: { user: who } }
        === channels.yaml
        channels:
          push: { address: customer.id }
        === offers/rescue.yaml
        offer: rescue
        label: Free delivery
        === triggers/cart-left.yaml
        trigger: cart-left
        when: { start: cart.updated, key: event.cart, until: [order.placed], wait: 30m }
        send: { purpose: offer, offer: rescue, channels: [push] }
        === triggers/seen.yaml
        trigger: thanks
        when: { start: order.placed }
        send: { purpose: offer, offer: rescue, channels: [push] }

        """);

    private static readonly WorkspacePlan Plan = Shop.Plan();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("last", "anna 10:30")]
    [InlineData("end", "anna 10:30, ben 11:10, cleo 11:30")]
    [InlineData("2026-01-01T11:20:00Z", "anna 10:30, ben 11:10")]
    [InlineData("2026-01-01T11:10:00Z", "anna 10:30, ben 11:10")]
    [InlineData("2026-01-01T10:45:00Z", "anna 10:30")]
    [InlineData("2026-01-01T10:29:59Z", "")]
    [InlineData("2026-01-01", "")]
    public void The_clock_stops_where_it_is_told_to(string until, string expected) => Assert.Equal(
        expected,
        Messages(Run(until, "e1,cart.updated,10:00,anna,k1", "e2,cart.updated,10:40,ben,k2", "e3,cart.updated,11:00,cleo,k3")));

    [Fact]
    public void A_timer_fires_at_its_deadline_though_the_next_event_comes_much_later() => Assert.Equal(
        "anna 10:30, ben 10:31", Messages(Run("last", "e1,cart.updated,10:00,anna,k1", "e2,cart.updated,10:01,ben,k1", "e3,page.viewed,18:00,cleo,")));

    [Fact]
    public void An_event_at_the_deadline_comes_too_late_to_end_the_run() => Assert.Equal(
        "anna 10:30, anna 10:30", Messages(Run("last", "e1,cart.updated,10:00,anna,k1", "e2,order.placed,10:30,anna,")));

    [Fact]
    public void An_event_out_of_order_does_not_turn_the_clock_back() => Assert.Equal(
        "ben 10:45, anna 10:45",
        Messages(Run("last", "e1,page.viewed,10:45,anna,", "e2,cart.updated,10:00,ben,k1", "e3,order.placed,10:40,anna,")));

    [Fact]
    public void Every_record_is_counted_once()
    {
        var run = Run(
            "end",
            "e1,cart.updated,10:00,anna,k1",
            "e1,cart.updated,10:00,anna,k1",
            "e2,cart.updated,10:10,,k2",
            "e3,page.viewed,10:20,ben,",
            "e4,order.placed,10:05,cleo,",
            "e5,order.moved,10:20,cleo,");

        Assert.Equal(
            "6 records, 4 events, 1 duplicates, 1 late, 2 dead, 3 customers, 1 messages; cart-left 1, thanks 0",
            $"{run.Records} records, {run.Events} events, {run.Duplicates} duplicates, {run.Late} late, {run.Dead} dead, {run.Customers} customers, {run.Messages} messages; " +
            string.Join(", ", run.Triggers.Select(t => $"{t.Key} {t.Value.Messages}")));
        Assert.Equal(
            (1, 1, 2, 1),
            (Lines(RunFolder.MessagesFile), Lines(RunFolder.DecisionsFile), Lines(RunFolder.DeadFile), Lines(RunFolder.LateFile)));
    }

    [Fact]
    public void A_thousand_timers_at_one_instant_all_fire_there()
    {
        var run = Run("end", [.. Enumerable.Range(0, 1_000).Select(i => $"e{i},cart.updated,10:00,c{i:000},k")]);
        Assert.Equal((1_000, string.Join(", ", Enumerable.Repeat("10:30", 1_000))), (run.Messages, string.Join(", ", Messages(run).Split(", ").Select(m => m[^5..]))));
    }

    [Fact]
    public void A_dumped_log_of_the_same_events_gives_the_same_messages_byte_for_byte()
    {
        string[] rows = ["e1,cart.updated,10:00,anna,k1", "e2,cart.updated,10:20,ben,k2", "e3,order.placed,10:45,ben,", "e2,cart.updated,10:50,ben,k2", "e4,page.viewed,11:30,cleo,"];
        var live = Run("last", rows);
        var expected = File.ReadAllText(_folder[RunFolder.MessagesFile]);
        var dump = Dump(_folder["clicks.csv"]);

        using var results = new RunFolder(_folder["again"]);
        var again = new LogRun(results);
        again.Execute(LogDumpReader.Read(dump), TimeProvider.System);
        results.Finish();

        Assert.Equal(expected, File.ReadAllText(_folder[$"again/{RunFolder.MessagesFile}"]));
        Assert.Equal(
            (live.Events, live.Duplicates, live.Customers, live.Messages, string.Join(' ', live.Triggers.Keys)),
            (again.Summary.Events, again.Summary.Duplicates, again.Summary.Customers, again.Summary.Messages, string.Join(' ', again.Summary.Triggers.Keys)));
    }

    /// <summary>The events as a partition's log: the rules first, and a tick every minute.</summary>
    private string Dump(string clicks)
    {
        using var feed = new EventFiles([new("clicks", clicks)], Plan.Catalogue);
        var lines = new ArrayBufferWriter<byte>();
        var body = new ArrayBufferWriter<byte>();
        var clock = Timestamp.From(new(2026, 1, 1, 10, 0, 0, TimeSpan.Zero));
        long offset = 0;
        LogDumpFormat.Write(new(RecordKind.Rules, 0, offset++, clock, default, WorkspaceBundle.Pack(Shop)), lines);
        while (feed.Next() is not null)
        {
            for (; clock < feed.Event.Time; clock += TimeSpan.FromMinutes(1))
            {
                LogDumpFormat.Write(new(RecordKind.Tick, 0, offset++, clock, default, default), lines);
            }

            body.ResetWrittenCount();
            EventWriter.Write(feed.Event, body);
            LogDumpFormat.Write(new(RecordKind.Event, 0, offset++, clock, feed.Event.Customer, body.WrittenMemory), lines);
        }

        return _folder.Write("log.jsonl", lines.WrittenSpan.ToArray());
    }

    private RunSummary Run(string until, params string[] rows)
    {
        var file = _folder.Write(
            "clicks.csv",
            "id,type,at,who,cart\n" + string.Concat(rows.Select(r => r.Split(',')).Select(c => $"{c[0]},{c[1]},2026-01-01T{c[2]}:00Z,{c[3]},{c[4]}\n")));
        using var feed = new EventFiles([new("clicks", file)], Plan.Catalogue);
        using var results = new RunFolder(_folder.Path);
        var run = new FileRun(Plan, RunUntil.Parse(until)!, results);
        run.Execute(feed, TimeProvider.System);
        return run.Summary;
    }

    private string Messages(RunSummary run)
    {
        var lines = File.ReadLines(_folder[RunFolder.MessagesFile]).Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(run.Messages, lines.Count);
        return string.Join(", ", lines.Select(m => $"{m.GetProperty("address").GetString()} {m.GetProperty("decidedAt").GetString()![11..16]}"));
    }

    private int Lines(string file) => File.ReadLines(_folder[file]).Count();
}
