using System.IO.Compression;
using System.Text;
using Triggers.Files.Sources;
using Triggers.Language.Schema;
using Triggers.Model.Values;
using Triggers.Runtime.Ingest;
using Triggers.Runtime.Ports;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Files;

public sealed class CsvFileTests : IDisposable
{
    private static readonly EventCatalogue Catalogue = new CatalogueBuilder()
        .Event("sold", "sales", ("what", DataType.String), ("price?", DataType.Money), ("parts?", DataType.List(DataType.Int)))
        .Source(CatalogueBuilder.Mapping("sales", SourceFormat.Csv, ("user", "who")) with { IdField = null, TypeField = null, AlwaysType = "sold", TimeField = "at" })
        .Build();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("at,who,what,price\n0,1,a,2.50\n", "1 a 2.50 EUR")]
    [InlineData("at,who,what,price\r\n0,1,a,2.50\r\n1000,2,b,\r\n", "1 a 2.50 EUR | 2 b (absent)")]
    [InlineData("at,who,what,price\n0,1,a,2.50", "1 a 2.50 EUR")]
    [InlineData("at,who,what,price\n\n\r\n0,1,a,1\n\n", "1 a 1 EUR")]
    [InlineData("at,who,what,price\n0,1,\"a, \"\"b\"\"\nc\",1\n", "1 a, \"b\"\nc 1 EUR")]
    [InlineData("at,who,what,price\n0,\"1\",\"a\",\"2\"\r\n", "1 a 2 EUR")]
    [InlineData("\"at\",what,ignored,who\n0,ä,x,1\n", "1 ä (absent)")]
    [InlineData("\uFEFFat,who,what,price\n0,1,a,\n", "1 a (absent)")]
    [InlineData("at,who,what,what\n0,1,first,second\n", "1 first (absent)")]
    [InlineData("at,who,what,parts\n0,1,a,\"[1,2]\"\n", "1 a (absent) [1, 2]")]
    [InlineData("at,who,what\n", "")]
    [InlineData("at,who,what\n0,1,a,9\n", "dead 1: The row has 4 cells; the header has 3. <0,1,a,9>")]
    [InlineData("at,who,what\n0,1\n0,2,b\n", "dead 1: The row has 2 cells; the header has 3. <0,1> | 2 b (absent)")]
    [InlineData("at,who,what\n0,1,\"a\" b\n0,2,b\n", "dead 1: A cell goes on after its closing quote: quotes inside a cell are doubled. <0,1,\"a\" b> | 2 b (absent)")]
    [InlineData("at,who,what\n0,1,\"open\n0,2,b\n0,3,c\n", "dead 1: The quote that opens cell 3 is never closed. <0,1,\"open> | 2 b (absent) | 3 c (absent)")]
    [InlineData("at,who,what\n0,,a\n", "dead 1: The event has no customer: field `who` missing or empty. <0,,a>")]
    [InlineData("at,who,what,parts\n0,1,a,[x]\n", "dead 1: A list or object in the row is not valid JSON. <0,1,a,[x]>")]
    public void Rows_become_events_or_dead_letters_and_none_stops_the_file(string content, string expected) =>
        Assert.Equal(expected, Show(_folder.Write("sales.csv", content)));

    [Fact]
    public void A_row_is_read_the_same_wherever_a_buffer_ends()
    {
        var rows = Enumerable.Range(0, 30_000).Select(i => $"{i},{i % 7},\"{new string((char)('a' + (i % 26)), i % 50)},\"\"{i}\"\"\",{i}.25").ToList();
        var path = _folder.Write("sales.csv", "at,who,what,price\r\n" + string.Join("\r\n", rows));

        var expected = Enumerable.Range(0, 30_000).Select(i => $"{i % 7} {new string((char)('a' + (i % 26)), i % 50)},\"{i}\" {i}.25 EUR");
        Assert.Equal(string.Join(" | ", expected), Show(path));
    }

    [Fact]
    public void A_row_longer_than_the_buffer_is_read_too()
    {
        var text = new string('x', 900_000);
        Assert.Equal($"1 {text} (absent)", Show(_folder.Write("sales.csv", $"at,who,what\n0,1,\"{text}\"\n")));
    }

    [Fact]
    public void Gzip_is_told_by_its_content()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write("at,who,what\n0,1,a\n"u8);
        }

        Assert.Equal("1 a (absent)", Show(_folder.Write("sales.csv", packed.ToArray())));
    }

    [Fact]
    public void Gzip_that_breaks_off_says_so()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.NoCompression))
        {
            gzip.Write(Encoding.UTF8.GetBytes("at,who,what\n" + string.Concat(Enumerable.Repeat("0,1,a\n", 200_000))));
        }

        var path = _folder.Write("sales.csv", packed.ToArray()[..700_000]);
        var fault = Assert.Throws<OutsideFault>(() => Show(path));
        Assert.StartsWith($"The file {path} is damaged: its gzip data breaks off or is wrong at byte ", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("when,who,what\n", "has no column `at`, which the mapping of `sales` in events.yaml names.", "Use `when`, `who` or `what`.")]
    [InlineData("", "has no column `at`, which the mapping of `sales` in events.yaml names.", "The file is empty.")]
    public void A_file_without_a_column_that_every_event_needs_is_refused_at_once(string content, string message, string remedy)
    {
        var path = _folder.Write("sales.csv", content);
        var fault = Assert.Throws<OutsideFault>(() => Show(path));
        Assert.Equal(($"{path} {message}", remedy), (fault.Message, fault.Remedy));
    }

    private static string Show(string path)
    {
        using var feed = new EventFiles([new("sales", path)], Catalogue);
        var shown = new List<string>();
        for (var kind = feed.Next(); kind is not null; kind = feed.Next())
        {
            shown.Add(kind == DecodedKind.Dead
                ? $"dead {feed.Dead.Offset}: {feed.Dead.Reason} <{Encoding.UTF8.GetString(feed.Dead.Value.Span)}>"
                : $"{feed.Event.Identifier.Value} {feed.Event[3].AsString} {feed.Event[4]}{(feed.Event[5].IsPresent ? $" {feed.Event[5]}" : "")}");
        }

        return string.Join(" | ", shown);
    }
}
