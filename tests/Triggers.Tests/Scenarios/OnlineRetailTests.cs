using System.Globalization;
using System.Text.Json;
using Triggers.Engine.Portraits;
using Triggers.Files.Output;
using Triggers.Files.Sources;
using Triggers.Language.Plan;
using Triggers.Model.Customers;
using Triggers.Model.Values;
using Triggers.Runtime.Ingest;
using Triggers.Runtime.Scenarios;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Scenarios;

/// <summary>Two years of a real wholesaler's invoices, one row a line, against facts that were computed independently of this project: to the penny.</summary>
public sealed class OnlineRetailTests
{
    private const string Rows = "online-retail/online_retail.csv.gz";

    private static readonly JsonElement Expected = ReadExpected();

    [SharedDataFact(Rows)]
    public void Rows_become_orders_and_every_amount_is_exact()
    {
        var plan = Plan();
        var (total, lines) = (plan.Catalogue.Types[0].Record.Find("total")!.Ordinal, plan.Catalogue.Types[0].Record.Find("lines")!.Ordinal);
        var customers = new Dictionary<string, Facts>(StringComparer.Ordinal);
        long records = 0, dead = 0;
        using var feed = new EventFiles([new("retail", SharedData.PathOf(Rows)!)], plan.Catalogue);
        for (var kind = feed.Next(); kind is not null; kind = feed.Next())
        {
            records += feed.Records;
            if (kind == DecodedKind.Dead)
            {
                Assert.Equal("The event has no customer: field `CustomerID` missing or empty.", feed.Dead.Reason);
                dead++;
                continue;
            }

            var read = feed.Event;
            var customer = read.Identifier.Value[..read.Identifier.Value.IndexOf('.', StringComparison.Ordinal)];
            var sum = read[lines].AsList.Sum(line => line.AsRecord[2].AsInt * line.AsRecord[3].AsMoney.Amount);
            Assert.Equal((sum, feed.Records), (read[total].AsMoney.Amount, read[lines].AsList.Count));
            var isOrder = read.EventType.Name == "order.placed" && read[lines].AsList.Any(line => line.AsRecord[2].AsInt > 0);
            customers[customer] = customers.GetValueOrDefault(customer).With(feed.Records, isOrder, sum, read.Time.UnixMilliseconds);
        }

        Assert.Equal((Expected.GetProperty("rows").GetInt64(), 135_080L), (records, dead));
        Assert.Equal(
            (Number("customers_any_row"), Number("customers_with_order"), Number("orders"), Amount(Expected, "gross_total")),
            (customers.Count, customers.Values.Count(c => c.Orders > 0), customers.Values.Sum(c => c.Orders), customers.Values.Sum(c => c.Gross)));
        foreach (var expected in Expected.GetProperty("customers").EnumerateObject())
        {
            var (rows, orders) = (expected.Value.GetProperty("rows").GetInt32(), expected.Value.GetProperty("orders").GetInt32());
            Assert.Equal(
                (rows, orders, Amount(expected.Value, "gross"), Amount(expected.Value, "net"), expected.Value.GetProperty("last_order").GetString()),
                (customers[expected.Name].Rows, customers[expected.Name].Orders, customers[expected.Name].Gross, customers[expected.Name].Net, customers[expected.Name].LastOrder));
        }
    }

    [SharedDataFact(Rows)]
    public void Silence_and_the_third_order_fire_exactly_as_often_as_counted_until_the_last_event()
    {
        var summary = Run("last");

        Assert.Equal(
            (Trigger("silence_90d_fires_until_last_event"), Trigger("third_order_in_90d_enters"), Trigger("third_order_in_90d_leaves")),
            (summary.Triggers["silence-90d"].Messages, summary.Triggers["third-order"].Messages, summary.Triggers["third-order-no-more"].Messages));
        Assert.Equal(
            (Trigger("third_order_in_90d_enters"), Trigger("third_order_in_90d_leaves")),
            (summary.Segments["third-order-in-90d"].Entered, summary.Segments["third-order-in-90d"].Left));
    }

    [SharedDataFact(Rows)]
    public void Silence_fires_for_everybody_when_the_clock_runs_on() =>
        Assert.Equal(Trigger("silence_90d_fires_clock_run_on"), Run("end").Triggers["silence-90d"].Messages);

    [SharedDataFact(Rows)]
    public void The_engine_knows_of_every_named_customer_what_was_computed()
    {
        var plan = Plan();
        var run = Run(plan, "last");
        foreach (var expected in Expected.GetProperty("customers").EnumerateObject())
        {
            var state = run.StateOf(KeySecret.ForFiles.KeyOf(new("customer", $"{expected.Name}.0")))!;
            var traits = CustomerPortrait.Of(plan, state, run.Time).Traits.Where(trait => trait.Value.IsPresent).ToDictionary(trait => trait.Name, trait => trait.Value);

            var rows = Whole(traits, "rows_ordered") + Whole(traits, "rows_cancelled");
            var net = Money(traits, "billed") + Money(traits, "returned");
            Assert.Equal(
                (expected.Value.GetProperty("rows").GetInt64(), expected.Value.GetProperty("orders").GetInt64(), Amount(expected.Value, "gross"), Amount(expected.Value, "net")),
                (rows, Whole(traits, "orders"), Money(traits, "gross"), net));
            Assert.StartsWith(expected.Value.GetProperty("last_order").GetString()!, traits["last_order"].ToString(), StringComparison.Ordinal);
        }
    }

    private static long Whole(Dictionary<string, Value> traits, string name) => traits.TryGetValue(name, out var value) ? value.AsInt : 0;

    private static decimal Money(Dictionary<string, Value> traits, string name) => traits.TryGetValue(name, out var value) ? value.AsMoney.Amount : 0;

    private static WorkspacePlan Plan() => Triggers.Tests.Support.Workspaces.Folder("tests", "Scenarios", "online-retail").Plan();

    private static RunSummary Run(string until) => Run(Plan(), until).Summary;

    private static FileRun Run(WorkspacePlan plan, string until)
    {
        using var folder = new TemporaryFolder();
        using var feed = new EventFiles([new("retail", SharedData.PathOf(Rows)!)], plan.Catalogue);
        using var results = new RunFolder(folder.Path);
        var run = new FileRun(plan, RunUntil.Parse(until)!, results);
        run.Execute(feed, TimeProvider.System);

        Assert.Equal(
            (Expected.GetProperty("rows").GetInt64(), 135_080L, 0L, 0L, Number("customers_any_row")),
            (run.Summary.Records, run.Summary.Dead, run.Summary.Duplicates, run.Summary.Late, run.Summary.Customers));
        return run;
    }

    private static long Trigger(string name) => Expected.GetProperty("triggers").GetProperty(name).GetInt64();

    private static int Number(string name) => Expected.GetProperty(name).GetInt32();

    private static decimal Amount(JsonElement of, string name) => decimal.Parse(of.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    private static JsonElement ReadExpected() => SharedData.PathOf("online-retail/expected.json") is { } path
        ? JsonDocument.Parse(File.ReadAllBytes(path)).RootElement
        : default;

    /// <summary>What one customer did so far.</summary>
    private readonly record struct Facts(int Rows, int Orders, decimal Gross, decimal Net, string? LastOrder)
    {
        public Facts With(int rows, bool isOrder, decimal sum, long time) => new(
            Rows + rows,
            Orders + (isOrder ? 1 : 0),
            Gross + (isOrder ? sum : 0),
            Net + sum,
            isOrder ? TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.FromUnixTimeMilliseconds(time), "Europe/London").ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : LastOrder);
    }
}
