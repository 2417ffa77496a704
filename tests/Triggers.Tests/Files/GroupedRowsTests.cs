using System.Text.RegularExpressions;
using Triggers.Files.Sources;
using Triggers.Language.Schema;
using Triggers.Runtime.Ingest;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Files;

public sealed class GroupedRowsTests : IDisposable
{
    private const string Header = "no,at,who,sku,n,price,note\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1,10:00,ann,a,1,2.50,x\n1,10:00,ann,b,2,1.25,y\n", "order 1 10:00 ann x 5.00 USD 3 [a, b] of 2")]
    [InlineData("1,10:00,ann,a,1,2,x\nC9,10:00,ann,b,-1,1,\n1,10:01,ann,c,1,3,\n", "order 1 10:00 ann x 5 USD 2 [a, c] of 2 | cancelled C9 10:00 ann (absent) -1 USD -1 [b] of 1")]
    [InlineData("1,10:00,ann,a,1,2,x\n1,10:00,bob,b,1,3,y\n", "order 1 10:00 ann x 2 USD 1 [a] of 1 | order 1 10:00 bob y 3 USD 1 [b] of 1")]
    [InlineData("1,10:00,ann,a,1,2,\n1,10:05,ann,b,1,3,\n1,10:06,ann,c,1,4,\n", "order 1 10:00 ann (absent) 5 USD 2 [a, b] of 2 | order 1 10:06 ann (absent) 4 USD 1 [c] of 1")]
    [InlineData("1,10:00,ann,a,1,2,\n2,10:06,ann,b,1,3,\n1,10:06,ann,c,1,4,\n", "order 1 10:00 ann (absent) 2 USD 1 [a] of 1 | order 2 10:06 ann (absent) 3 USD 1 [b] of 1 | order 1 10:06 ann (absent) 4 USD 1 [c] of 1")]
    [InlineData("2,10:03,ann,a,1,2,\n1,10:00,ann,b,1,3,\n", "order 1 10:00 ann (absent) 3 USD 1 [b] of 1 | order 2 10:03 ann (absent) 2 USD 1 [a] of 1")]
    [InlineData("", "")]
    public void Rows_of_one_number_type_and_customer_are_one_event_whatever_stands_between(string rows, string expected) => Assert.Equal(expected, Show(rows));

    [Theory]
    [InlineData("1,10:00,,a,1,2,\n1,10:00,ann,b,1,3,\n", "dead 1: The event has no customer: field `who` missing or empty. | order 1 10:00 ann (absent) 3 USD 1 [b] of 1")]
    [InlineData("1,10:00,ann,a,1,2,x\n1,10:00,ann,b,many,3,\n1,10:00,ann,c,1,1,\n", "dead 2: Field `n` of order is \"many\": a whole number is needed. | order 1 10:00 ann x 3 USD 2 [a, c] of 2")]
    [InlineData("1,10:00,ann,,1,2,x\n1,10:00,ann,b,1,3,y\n", "dead 1: Field `sku` of order is missing: every event of this type needs it. | order 1 10:00 ann y 3 USD 1 [b] of 1")]
    [InlineData("1,noon,ann,a,1,2,\n", "dead 1: Field `at` is \"noon\", which is no time. The mapping says `yyyy-MM-dd HH:mm`.")]
    [InlineData(",10:00,ann,a,1,2,\n", "dead 1: Field `no` is missing: it says which event this is.")]
    [InlineData("1,10:00,ann,a,9223372036854775807,0,x\n1,10:00,ann,b,1,1,\n", "dead 2: A sum of order becomes too large with this row. | order 1 10:00 ann x 0 USD 9223372036854775807 [a] of 1")]
    [InlineData(
        "1,10:00,ann,a,900000000000000000,900000000000000000,x\n1,10:00,ann,b,1,1,\n",
        "dead 1: Nothing can be added to `total` of order: `row.n * row.price` gives money out of range: at most 18 digits. | order 1 10:00 ann (absent) 1 USD 1 [b] of 1")]
    public void A_row_with_a_mistake_is_a_dead_letter_by_itself(string rows, string expected) => Assert.Equal(expected, Show(rows));

    [Fact]
    public void Every_row_is_in_one_event_or_one_dead_letter_wherever_it_stands()
    {
        var random = new Random(9);
        for (var round = 0; round < 200; round++)
        {
            var count = random.Next(60);
            var rows = Enumerable.Range(0, count).Select(i =>
                $"{(random.Next(5) == 0 ? "C" : "")}{random.Next(6)},{10 + (i / 20)}:{random.Next(60):D2},{new[] { "ann", "bob", "" }[random.Next(3)]},s{i},{(random.Next(9) == 0 ? "x" : "1")},1,\n");
            var seen = new HashSet<string>();
            var records = 0;
            foreach (var (kind, feed) in Read(_folder.Write("retail.csv", Header + Dated(string.Concat(rows))), Catalogue(), null))
            {
                records += feed.Records;
                var skus = kind == DecodedKind.Dead
                    ? [System.Text.Encoding.UTF8.GetString(feed.Dead.Value.Span).Split(',')[3]]
                    : feed.Event[Lines(feed)].AsList.Select(line => line.AsRecord[0].AsString).ToArray();
                Assert.Equal(feed.Records, skus.Length);
                Assert.All(skus, sku => Assert.True(seen.Add(sku), sku));
            }

            Assert.Equal((count, count), (records, seen.Count));
        }
    }

    [Fact]
    public void What_a_row_becomes_does_not_depend_on_whether_it_follows_one_of_the_same_event()
    {
        const string stranger = ",,,stranger,1,1,\n";
        var random = new Random(10);
        var (joined, dead) = (0, 0);
        for (var round = 0; round < 300; round++)
        {
            var rows = new List<string>();
            for (var minute = 0; rows.Count < 40; minute += random.Next(3))
            {
                // A customer, a time and a number that several rows share, now and then one of them missing or wrong.
                var no = random.Next(8) == 0 ? "" : $"{(random.Next(4) == 0 ? "C" : "")}{random.Next(4)}";
                var at = random.Next(12) == 0 ? "noon" : $"10:{minute:D2}";
                var who = new[] { "ann", "anne", "bob", "" }[random.Next(4)];
                rows.AddRange(Enumerable.Range(rows.Count, 1 + random.Next(5)).Select(i => $"{no},{at},{who},s{i},{(random.Next(9) == 0 ? "x" : "2")},1.5,\n"));
            }

            var together = ShowAll(string.Concat(rows));
            var apart = ShowAll(string.Concat(rows.Select(row => row + stranger)));

            Assert.Equal(together, apart.Where(shown => !shown.Contains("stranger", StringComparison.Ordinal)));
            joined += together.Count(shown => !shown.EndsWith("of 1", StringComparison.Ordinal));
            dead += together.Count(shown => shown.StartsWith("dead", StringComparison.Ordinal));
        }

        Assert.True(joined > 1_000 && dead > 1_000, $"{joined} events of several rows, {dead} dead rows");

        List<string> ShowAll(string rows) =>
        [
            .. Read(_folder.Write("retail.csv", Header + Dated(rows)), Catalogue(), null).Select(read => read.Kind == DecodedKind.Dead
                ? $"dead {System.Text.Encoding.UTF8.GetString(read.Feed.Dead.Value.Span)}: {read.Feed.Dead.Reason}"
                : Show(read.Kind, read.Feed)),
        ];
    }

    [Fact]
    public void Rows_that_nobody_reads_are_checked_and_counted_all_the_same()
    {
        var catalogue = Catalogue();
        var path = _folder.Write("retail.csv", Header + Dated("1,10:00,ann,a,1,2,x\n1,10:00,ann,b,many,3,\n1,10:00,ann,c,1,1.5,\n"));
        var order = catalogue.Find("order")!;
        var selection = new Triggers.Engine.Intake.FieldSelection(catalogue, [order], [new(order, order.Record.Find("total")!)], []);

        var shown = Read(path, catalogue, selection).Select(read => read.Kind == DecodedKind.Dead
            ? $"dead {read.Feed.Dead.Offset}"
            : $"{read.Feed.Event[order.Record.Find("total")!.Ordinal]} {read.Feed.Event[Lines(read.Feed)]} of {read.Feed.Records}");

        Assert.Equal(["dead 2", "3.5 USD (absent) of 2"], shown);
    }

    [Fact]
    public void Of_rows_in_a_list_only_the_fields_that_somebody_reads_are_there_and_the_others_are_checked()
    {
        var catalogue = Catalogue();
        var path = _folder.Write("retail.csv", Header + Dated("1,10:00,ann,a,1,2,x\n1,10:00,ann,,7,3,\n1,10:00,ann,c,2,1.5,\n"));
        var order = catalogue.Find("order")!;
        var selection = new Triggers.Engine.Intake.FieldSelection(catalogue, [order], [new(order, order.Record.Find("lines")!), new(order, order.Record.Find("total")!)], ["n"]);

        var shown = Read(path, catalogue, selection).Select(read => read.Kind == DecodedKind.Dead
            ? $"dead {read.Feed.Dead.Offset}"
            : $"{read.Feed.Event[order.Record.Find("total")!.Ordinal]}: {string.Join(" and ", read.Feed.Event[Lines(read.Feed)].AsList.Select(line => line.ToString()))}");

        Assert.Equal(["dead 2", "5.0 USD: line{n: 1} and line{n: 2}"], shown);
    }

    [Fact]
    public void Objects_are_grouped_like_rows()
    {
        var files = Shop.Replace("format: csv", "format: json", StringComparison.Ordinal);
        var path = _folder.Write("retail.jsonl", """
            {"no":"1","at":"2026-01-01 10:00","who":"ann","sku":"a","n":1,"price":2.5,"note":"x"}
            {"no":"1","at":"2026-01-01 10:00","who":"ann","sku":"b","n":2,"price":1}
            """);

        Assert.Equal(["order 1 10:00 ann x 4.5 USD 3 [a, b] of 2"], Read(path, Catalogue(files), null).Select(read => Show(read.Kind, read.Feed)));
    }

    private const string Shop = """
        types:
          line: { sku: string, n: int, price: money }
        events:
          order: { from: retail, fields: { note: string?, total: money, count: int, lines: list(line) } }
          cancelled: { from: retail, fields: { note: string?, total: money, count: int, lines: list(line) } }
        mapping:
          retail:
            format: csv
            id: no
            type: { field: no, names: { "C*": cancelled, "*": order } }
            time: { field: at, format: "yyyy-MM-dd HH:mm", zone: Etc/UTC }
            customer: { user: who }
            group: { by: no, within: 5m, rows: lines, sums: { total: row.n * row.price, count: row.n } }
        """;

    private static EventCatalogue Catalogue(string events = Shop) => Triggers.Tests.Support.Workspaces.Folder("tests", "Scenarios", "rees46")
        .With(("events.yaml", events), ("triggers/cart-left.yaml", null), ("triggers/cart-left-in-visit.yaml", null), ("tests/cart-left.yaml", null)).Plan().Catalogue;

    private static int Lines(EventFiles feed) => feed.Event.Type.Find("lines")!.Ordinal;

    private static IEnumerable<(DecodedKind Kind, EventFiles Feed)> Read(string path, EventCatalogue catalogue, Triggers.Engine.Intake.FieldSelection? selection)
    {
        using var feed = selection is null ? new EventFiles([new("retail", path)], catalogue) : new EventFiles([new("retail", path)], catalogue, selection);
        for (var kind = feed.Next(); kind is not null; kind = feed.Next())
        {
            yield return (kind.Value, feed);
        }
    }

    private static string Show(DecodedKind kind, EventFiles feed)
    {
        if (kind == DecodedKind.Dead)
        {
            return $"dead {feed.Dead.Offset}: {feed.Dead.Reason}";
        }

        var read = feed.Event;
        var fields = string.Join(' ', new[] { "note", "total", "count" }.Select(name => read[read.Type.Find(name)!.Ordinal].ToString().Trim('"')));
        var skus = string.Join(", ", read[Lines(feed)].AsList.Select(line => line.AsRecord[0].AsString));
        return $"{read.EventType.Name} {read.Id} {read.Time.ToString()[11..16]} {read.Identifier.Value} {fields} [{skus}] of {feed.Records}";
    }

    /// <summary>The rows with a day before each time.</summary>
    private static string Dated(string rows) => Regex.Replace(rows, ",([0-9]{2}:[0-9]{2}),", ",2026-01-01 $1,");

    private string Show(string rows) => string.Join(" | ", Read(_folder.Write("retail.csv", Header + Dated(rows)), Catalogue(), null).Select(read => Show(read.Kind, read.Feed)));
}
