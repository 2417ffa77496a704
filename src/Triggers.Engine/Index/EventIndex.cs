using Triggers.Model.Events;

namespace Triggers.Engine.Index;

/// <summary>
/// Finds the subscriptions that an event concerns without looking at the others: each is filed under its most selective equality, there by its main threshold, and what
/// remains of its predicates is a mask over bits that are computed at most once an event (Fabret et al., "Filtering algorithms and implementation for very fast
/// publish/subscribe systems", SIGMOD 2001: access predicates). Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Costs a look-up for each field that has an equality somewhere, and then what grows with the hits alone. Predicates whose constant has no exact rank (an amount with
/// more than six decimal places) are left to the evaluation of the condition. Fields of an event hold values of their declared type, or are absent.
/// </remarks>
public sealed class EventIndex
{
    private readonly TypeIndex?[] _byType;

    /// <summary>Files <paramref name="subscriptions"/>; the position of each in the list is its identity. Time and memory grow with their predicates.</summary>
    public EventIndex(IReadOnlyList<Subscription> subscriptions)
    {
        var builders = new List<TypeIndexBuilder?>();
        for (var ordinal = 0; ordinal < subscriptions.Count; ordinal++)
        {
            var (type, where) = subscriptions[ordinal];
            while (builders.Count <= type.Ordinal)
            {
                builders.Add(null);
            }

            (builders[type.Ordinal] ??= new(type)).Add(ordinal, where);
        }

        _byType = [.. builders.Select(builder => builder?.Build())];
    }

    /// <summary>The fields that predicates read, by the ordinals of type and field: all that <see cref="Match"/> asks an event for.</summary>
    public IEnumerable<EventField> Fields => _byType.OfType<TypeIndex>().SelectMany(index => index.Fields.Select(read => new EventField(index.Type, read)));

    /// <summary>True when a subscription is about the event type of this ordinal.</summary>
    public bool Names(int eventType) => eventType < _byType.Length && _byType[eventType] is not null;

    /// <summary>How many subscriptions every event of the type must visit, because they have neither an equality nor a threshold.</summary>
    public int ResidualCount(int eventType) => Names(eventType) ? _byType[eventType]!.ResidualCount : 0;

    /// <summary>
    /// Puts into <paramref name="hits"/> exactly the subscriptions of the event's type whose predicates all hold. Allocates nothing once <paramref name="hits"/> has grown.
    /// </summary>
    public void Match(CustomerEvent candidate, SubscriptionHits hits)
    {
        hits.Clear();
        var type = candidate.EventType.Ordinal;
        if (type < _byType.Length && _byType[type] is { } index)
        {
            index.Match(candidate, hits);
        }
    }
}
