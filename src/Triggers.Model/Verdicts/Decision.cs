using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Model.Verdicts;

/// <summary>Why, or why not: the record of one candidate. Written for every candidate, always.</summary>
/// <param name="Id">The candidate's id, 32 hexadecimal digits; the message, if one goes out, has the same.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Gate">The first gate that refused; null when sent.</param>
/// <param name="Reason">One sentence for people: what the gate saw. Null when sent.</param>
/// <param name="Trigger">Name of the trigger.</param>
/// <param name="RulesVersion">Version of the workspace that decided.</param>
/// <param name="Customer">The customer's key.</param>
/// <param name="Identifier">The customer as the source knows it.</param>
/// <param name="RunKey">The run's business key as text; empty when the trigger has none.</param>
/// <param name="CauseEventId">The event that (re)started the run; of a run that time alone started, what did: <c>enters loyal 1767225600000</c>.</param>
/// <param name="StartedAt">Event time of that event.</param>
/// <param name="DueAt">The deadline, or the start when there is no wait.</param>
/// <param name="DecidedAt">Log time of the record that fired it.</param>
/// <param name="Channel">The channel chosen; null when refused.</param>
public sealed record Decision(
    string Id,
    Outcome Outcome,
    string? Gate,
    string? Reason,
    string Trigger,
    string RulesVersion,
    CustomerKey Customer,
    Identifier Identifier,
    string RunKey,
    string CauseEventId,
    Timestamp StartedAt,
    Timestamp DueAt,
    Timestamp DecidedAt,
    string? Channel)
{
    /// <summary>Ids of the events that took the run through its further steps, in their order; empty when the trigger has one step.</summary>
    public IReadOnlyList<string> LaterEventIds { get; init; } = [];

    /// <summary>The offer that was sent, is held, or came to be judged last; null: none came so far.</summary>
    public string? Offer { get; init; }

    /// <summary>The customer's form of the offer; null: it has only one, or no offer was chosen.</summary>
    public string? Variant { get; init; }

    /// <summary>What each gate saw and said, in the order in which they were asked; of gates behind the one that refused nothing.</summary>
    public IReadOnlyList<GateRecord> Gates { get; init; } = [];

    /// <summary>Places that are taken by it while it is held, or for good when it was sent.</summary>
    public IReadOnlyList<Reservation> Reserved { get; init; } = [];

    /// <summary>Id of the candidate that won where this one lost; null: it did not lose to another.</summary>
    public string? WinnerId { get; init; }

    /// <summary>When a held candidate is judged again; null: it is not held, or nobody can say when.</summary>
    public Timestamp? WakeAt { get; init; }
}
