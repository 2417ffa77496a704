using Triggers.Files.Sources;
using Triggers.Language.Schema;
using Triggers.Runtime.Ingest;
using Triggers.Runtime.Ports;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Files;

public sealed class EventFilesTests : IDisposable
{
    private static readonly EventCatalogue Catalogue = new CatalogueBuilder()
        .Event("clicked", "clicks").Event("bought", "orders")
        .Json("clicks", ("user", "u")).Json("orders", ("user", "u"))
        .Build();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_are_merged_by_event_time_and_equal_times_follow_the_command_line()
    {
        var orders = _folder.Write("orders.jsonl", Lines("bought", ("o1", 10), ("o2", 20), ("o3", 30)));
        var clicks = _folder.Write("clicks.jsonl", Lines("clicked", ("c1", 5), ("c2", 20), ("c3", 20), ("c4", 40)));

        Assert.Equal("c1 o1 o2 c2 c3 o3 c4", Ids(("orders", orders), ("clicks", clicks)));
        Assert.Equal("c1 o1 c2 c3 o2 o3 c4", Ids(("clicks", clicks), ("orders", orders)));
    }

    [Fact]
    public void Within_a_file_the_order_is_the_files_whatever_its_times()
    {
        var orders = _folder.Write("orders.jsonl", Lines("bought", ("o1", 50), ("o2", 10), ("o3", 60)));
        var clicks = _folder.Write("clicks.jsonl", Lines("clicked", ("c1", 20), ("c2", 55)));

        Assert.Equal("c1 o1 o2 c2 o3", Ids(("orders", orders), ("clicks", clicks)));
    }

    [Fact]
    public void Lines_that_are_no_events_come_where_they_stand_and_stop_nothing()
    {
        var orders = _folder.Write("orders.jsonl", Lines("bought", ("o1", 10)) + "\r\n{\r\n\n[]\nnonsense\n" + Lines("bought", ("o2", 20)));

        Assert.Equal(
            "o1 (orders/0/3 The record is not valid JSON at line 1, byte 2.) (orders/0/5 The record is no JSON object.) " +
            "(orders/0/6 The record is not valid JSON at line 1, byte 2.) o2",
            Ids(("orders", orders)));
    }

    [Fact]
    public void Rows_of_several_files_of_one_topic_have_different_ids()
    {
        var catalogue = new CatalogueBuilder().Event("clicked", "clicks")
            .Source(CatalogueBuilder.Mapping("clicks", SourceFormat.Json, ("user", "u")) with { IdField = null }).Build();
        var monday = _folder.Write("monday.jsonl", Lines("clicked", ("x", 1), ("x", 2)));
        var tuesday = _folder.Write("tuesday.jsonl", Lines("clicked", ("x", 3)));

        Assert.Equal("clicks/1 clicks/2 clicks/1/1", Ids(catalogue, ("clicks", monday), ("clicks", tuesday)));
    }

    [Fact]
    public void A_JSON_list_is_refused_with_the_way_out()
    {
        var path = _folder.Write("orders.jsonl", "[{\"id\":\"o1\"},\n{\"id\":\"o2\"}]\n");
        var fault = Assert.Throws<OutsideFault>(() => Ids(("orders", path)));
        Assert.Equal(($"{path} holds one JSON list, not JSON lines.", $"Write one object a line, for instance with: jq -c '.[]' {path}"), (fault.Message, fault.Remedy));
    }

    [Theory]
    [InlineData("orders=DIR/today.csv", "orders DIR/today.csv")]
    [InlineData("DIR/clicks.2026-01-01.jsonl.gz", "clicks DIR/clicks.2026-01-01.jsonl.gz")]
    [InlineData("DIR/today.csv", "It is not clear which topic DIR/today.csv stands for: `today` is no topic of the workspace. Write --events TOPIC=DIR/today.csv with TOPIC `clicks` or `orders`.")]
    [InlineData("DIR/yesterday.csv", "There is no file DIR/yesterday.csv. Check the path; it is relative to the folder you are in.")]
    [InlineData("click=DIR/today.csv", "No event of the workspace comes from a topic `click` (--events click=DIR/today.csv). Did you mean `clicks`?")]
    public void The_topic_of_a_file_is_said_or_told_by_its_name(string text, string expected)
    {
        _folder.Write("today.csv", "");
        _folder.Write("clicks.2026-01-01.jsonl.gz", "");
        Assert.Equal(expected, Parse(text, Catalogue));
    }

    [Fact]
    public void The_only_topic_needs_no_name()
    {
        _folder.Write("today.csv", "");
        Assert.Equal("clicks DIR/today.csv", Parse("DIR/today.csv", new CatalogueBuilder().Event("clicked", "clicks").Json("clicks", ("user", "u")).Build()));
    }

    private string Parse(string text, EventCatalogue catalogue)
    {
        string shown;
        try
        {
            var name = EventFileName.Parse(text.Replace("DIR", _folder.Path, StringComparison.Ordinal), catalogue);
            shown = $"{name.Topic} {name.Path}";
        }
        catch (OutsideFault fault)
        {
            shown = $"{fault.Message} {fault.Remedy}";
        }

        return shown.Replace(_folder.Path, "DIR", StringComparison.Ordinal);
    }

    private static string Lines(string type, params (string Id, long Time)[] events) =>
        string.Concat(events.Select(e => $$"""{"id":"{{e.Id}}","type":"{{type}}","time":{{e.Time}},"u":"1"}""" + "\n"));

    private static string Ids(params (string Topic, string Path)[] files) => Ids(Catalogue, files);

    private static string Ids(EventCatalogue catalogue, params (string Topic, string Path)[] files)
    {
        using var feed = new EventFiles([.. files.Select(f => new EventFileName(f.Topic, f.Path))], catalogue);
        var shown = new List<string>();
        for (var kind = feed.Next(); kind is not null; kind = feed.Next())
        {
            shown.Add(kind == DecodedKind.Event ? feed.Event.Id : $"({feed.Dead.Topic}/{feed.Dead.Partition}/{feed.Dead.Offset} {feed.Dead.Reason})");
        }

        return string.Join(" ", shown);
    }
}
