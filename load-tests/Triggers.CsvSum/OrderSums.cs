using Triggers.Engine;
using Triggers.Engine.Intake;
using Triggers.Files.Sources;
using Triggers.Language.Schema;
using Triggers.Model.Values;
using Triggers.Runtime.Ingest;

namespace Triggers.CsvSum;

/// <summary>What the orders and cancellations of Online Retail come to: its rows, read as the mapping says (types, times, customers, one event an invoice).</summary>
/// <param name="Rows">Number of rows, without the header.</param>
/// <param name="Anonymous">Those of them that belong to no customer.</param>
/// <param name="Events">Number of events that the others are.</param>
/// <param name="Value">Sum of their totals, exact.</param>
internal sealed record OrderSums(long Rows, long Anonymous, long Events, decimal Value)
{
    /// <summary>Reads all events of a file, and nothing of them but the total.</summary>
    internal static OrderSums Of(string file, EventCatalogue catalogue)
    {
        var totals = catalogue.Types.Select(type => new EventField(type, type.Record.Find("total")!));
        using var feed = new EventFiles([new("retail", file)], catalogue, new FieldSelection(catalogue, catalogue.Types, totals, []));
        long rows = 0, anonymous = 0, events = 0;
        var value = 0m;
        for (var kind = feed.Next(); kind is not null; kind = feed.Next())
        {
            rows += feed.Records;
            if (kind == DecodedKind.Dead)
            {
                anonymous++;
                continue;
            }

            events++;
            value += Amount(feed.Event[feed.Event.Type.Find("total")!.Ordinal]);
        }

        return new(rows, anonymous, events, value);
    }

    private static decimal Amount(Value total) => total.Kind == ValueKind.Money ? total.AsMoney.Amount : throw new FormatException("An event has no total.");
}
