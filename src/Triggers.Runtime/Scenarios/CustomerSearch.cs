using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Runtime.Contracts;
using Triggers.Runtime.Ingest;

namespace Triggers.Runtime.Scenarios;

/// <summary>A feed that looks out for a customer on the way. Owns the feed it goes through.</summary>
/// <param name="feed">The events.</param>
/// <param name="id">What the customer is known by: <c>kind:value</c>, or the value alone.</param>
/// <param name="end">Events after this time are not looked at; null: all are.</param>
public sealed class CustomerSearch(IEventFeed feed, string id, Timestamp? end) : IEventFeed
{
    private readonly SortedDictionary<string, Identifier> _found = new(StringComparer.Ordinal);
    private Identifier? _last;

    /// <summary>Who was found so far, by <c>kind:value</c>: one when the id is one of these, else all that have it as value.</summary>
    public IReadOnlyList<Identifier> Found => _found.TryGetValue(id, out var whole) ? [whole] : [.. _found.Values];

    /// <inheritdoc/>
    public CustomerEvent Event => feed.Event;

    /// <inheritdoc/>
    public DeadLetter Dead => feed.Dead;

    /// <inheritdoc/>
    public double Progress => feed.Progress;

    /// <inheritdoc/>
    public DecodedKind? Next()
    {
        var kind = feed.Next();
        if (kind == DecodedKind.Event && !(feed.Event.Time > end))
        {
            Look(feed.Event.Identifier);
        }

        return kind;
    }

    /// <inheritdoc/>
    public void Dispose() => feed.Dispose();

    private void Look(Identifier identifier)
    {
        if (ReferenceEquals(identifier, _last))
        {
            return;
        }

        _last = identifier;
        if (identifier.Value == id || IsWhole(identifier))
        {
            _found[identifier.ToString()] = identifier;
        }
    }

    private bool IsWhole(Identifier identifier) =>
        id.Length == identifier.Kind.Length + 1 + identifier.Value.Length && id.EndsWith(identifier.Value, StringComparison.Ordinal) && id == identifier.ToString();
}
