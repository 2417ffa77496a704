using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Model.Outbound;

/// <summary>A message for a channel service.</summary>
/// <param name="Id">32 hexadecimal digits, derived from trigger, version, customer, key, step and cause: the same decision always has the same id.</param>
/// <param name="Trigger">Name of the trigger.</param>
/// <param name="RulesVersion">Version of the workspace that decided.</param>
/// <param name="Customer">The customer's key, also the record's key.</param>
/// <param name="Identifier">The customer as the source knows it.</param>
/// <param name="Channel">Name of the channel.</param>
/// <param name="Topic">The outbound topic; not part of the body.</param>
/// <param name="Address">Where to deliver, in the channel's terms.</param>
/// <param name="Purpose">For instance <c>offer</c>.</param>
/// <param name="Offer">Name of the offer.</param>
/// <param name="RunKey">The run's business key as text; empty when the trigger has none.</param>
/// <param name="CauseEventId">The event that (re)started the run.</param>
/// <param name="DueAt">The deadline, or the start when there is no wait.</param>
/// <param name="DecidedAt">Log time of the record that fired it.</param>
public sealed record Message(
    string Id,
    string Trigger,
    string RulesVersion,
    CustomerKey Customer,
    Identifier Identifier,
    string Channel,
    string Topic,
    string Address,
    string Purpose,
    string Offer,
    string RunKey,
    string CauseEventId,
    Timestamp DueAt,
    Timestamp DecidedAt)
{
    /// <summary>Ids of all events that matched, oldest first, the cause among them; empty: only the cause.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>The customer's form of the offer; null: it has only one.</summary>
    public string? Variant { get; init; }

    /// <summary>Language of the content (BCP 47); null without content.</summary>
    public string? Locale { get; init; }

    /// <summary>Part (<c>title</c>, <c>body</c> …) → finished text, in the order of the workspace; empty: the channel service knows what to say.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Content { get; init; } = [];

    /// <summary>Codes that this customer alone is given.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Not to be delivered at this instant or later; null: at any time.</summary>
    public Timestamp? ExpiresAt { get; init; }
}
