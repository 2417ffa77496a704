using System.Buffers;
using Triggers.Engine.Intake;
using Triggers.Language.Plan;
using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Runtime.Ingest;
using Triggers.Runtime.Rulesets;

namespace Triggers.Load.Allocations;

/// <summary>The ways that have a budget. Their events are those of the load's 64 most frequent customers, so that nobody new comes while it is measured.</summary>
internal static class AllocationPaths
{
    private const int Customers = 64;
    private const int Count = AllocationPath.WarmUp + AllocationPath.Measured;
    private const string Unused = "view";
    private const string Used = "add_to_cart";

    private static readonly HashSet<int> Frequent = [.. Enumerable.Range(0, Customers).Select(ZipfCustomers.NumberOf)];
    private static readonly Lazy<LoadEvents> All = new(() => LoadEvents.First(Count, static workload => Frequent.Contains(workload.Customer)));
    private static readonly Lazy<LoadEvents> OfUnused = new(() => LoadEvents.First(Count, static workload => workload.Type == Unused && Frequent.Contains(workload.Customer)));
    private static readonly Lazy<LoadEvents> OfUsed = new(() => LoadEvents.First(Count, static workload => workload.Type == Used && Frequent.Contains(workload.Customer)));
    private static readonly Lazy<WorkspacePlan> Cart = new(() => LoadWorkspace.Compile(CartRules.Files));

    /// <summary>Starts with an event of the load, and with none of them when its condition is asked: there is no such category.</summary>
    private static readonly Lazy<WorkspacePlan> NoMatch = new(() => LoadWorkspace.Compile(LoadWorkspace.With(
    [
        new("triggers/never.yaml", $$"""
            trigger: never
            label: A category that is not sold
            when:
              start: {{Used}}
              where: event.category == 999 && event.amount > 0
            send: { purpose: offer, priority: 50, offer: cart, channels: [push] }
            """),
    ])));

    /// <summary>All ways, in the order of the file of budgets.</summary>
    internal static IReadOnlyList<AllocationPath> List { get; } =
    [
        new("decode, a type that no rule uses", () => Decode(Cart.Value, OfUnused.Value)),
        new("decode, a type that a rule uses", () => Decode(Cart.Value, OfUsed.Value)),
        new("read canonical, a type that no rule uses", () => ReadCanonical(Cart.Value, OfUnused.Value)),
        new("read canonical, a type that a rule uses", () => ReadCanonical(Cart.Value, OfUsed.Value)),
        new("decode and fold, a type that no rule uses", () => Fold(Cart.Value, OfUnused.Value)),
        new("decode and fold, a rule uses the type and does not match", () => Fold(NoMatch.Value, OfUsed.Value)),
        new("decode and fold, cart", () => Fold(Cart.Value, All.Value)),
        new("a candidate through all gates, booked", Gates),
    ];

    private static Action<int, int> Decode(WorkspacePlan plan, LoadEvents events)
    {
        var decoder = new SourceDecoder(plan.Catalogue, KeySecret.ForFiles);
        return (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                decoder.Decode(new SourcePlace(LoadWorkspace.Topic, 0, i + 1, Timestamp.Beginning), events[i], []);
            }
        };
    }

    private static Action<int, int> ReadCanonical(WorkspacePlan plan, LoadEvents events)
    {
        var reader = new Ruleset(plan).Reader;
        var records = Canonical(plan, events);
        return (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                reader.Read(records[i].Customer, records[i].Json);
            }
        };
    }

    private static Action<int, int> Fold(WorkspacePlan plan, LoadEvents events) => new EngineUnderLoad(plan, events, new OutputCount()).Fold;

    private static Action<int, int> Gates()
    {
        var gates = new GatesUnderLoad(new(withGates: true));
        return (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                if (i % GateRules.InARow == 0)
                {
                    gates.Restore();
                }

                gates.Judge(i % GateRules.InARow);
            }
        };
    }

    /// <summary>The events as they stand in the log.</summary>
    internal static (CustomerKey Customer, byte[] Json)[] Canonical(WorkspacePlan plan, LoadEvents events)
    {
        using var feed = new EventFeed(events, plan.Catalogue, FieldSelection.Everything(plan.Catalogue));
        feed.Turn(0, events.Count);
        var buffer = new ArrayBufferWriter<byte>();
        var records = new (CustomerKey, byte[])[events.Count];
        for (var i = 0; feed.Next() == DecodedKind.Event; i++)
        {
            buffer.ResetWrittenCount();
            EventWriter.Write(feed.Event, buffer);
            records[i] = (feed.Event.Customer, buffer.WrittenSpan.ToArray());
        }

        return records;
    }
}
