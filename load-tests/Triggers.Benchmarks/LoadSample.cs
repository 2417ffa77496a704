using Triggers.Engine.Intake;
using Triggers.Language.Plan;
using Triggers.Load;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Runtime.Ingest;

namespace Triggers.Benchmarks;

/// <summary>A thousand and some events of the load's most frequent customer, ready in the forms that the parts work on.</summary>
internal static class LoadSample
{
    /// <summary>Number of events: what one call of a benchmark goes over.</summary>
    internal const int Count = 1_024;

    /// <summary>The rules of the workload <c>cart</c>.</summary>
    internal static WorkspacePlan Cart { get; } = LoadWorkspace.Compile(CartRules.Files);

    /// <summary>Source events of one type, in their order.</summary>
    internal static LoadEvents Events(string type) => LoadEvents.First(Count, workload => workload.Type == type && workload.Customer == ZipfCustomers.NumberOf(0));

    /// <summary>The same events, decoded; each is an object of its own.</summary>
    internal static CustomerEvent[] Decoded(string type)
    {
        using var feed = new EventFeed(Events(type), Cart.Catalogue, FieldSelection.Everything(Cart.Catalogue));
        feed.Turn(0, Count);
        var decoded = new List<CustomerEvent>(Count);
        while (feed.Next() == DecodedKind.Event)
        {
            decoded.Add(Copy(feed.Event));
        }

        return [.. decoded];
    }

    /// <summary>Where event <paramref name="index"/> stands in its topic.</summary>
    internal static SourcePlace Place(int index) => new(LoadWorkspace.Topic, 0, index + 1, Timestamp.Beginning);

    /// <summary>A decoder for the events of <see cref="Cart"/>.</summary>
    internal static SourceDecoder Decoder() => new(Cart.Catalogue, KeySecret.ForFiles);

    private static CustomerEvent Copy(CustomerEvent source)
    {
        var copy = new CustomerEvent();
        copy.Begin(source.EventType, source.Customer, source.Identifier, source.Id, source.Time);
        for (var field = EventType.FirstField; field < source.Type.Fields.Count; field++)
        {
            copy.Set(field, source[field]);
        }

        return copy;
    }
}
