using Triggers.Model.Time;

namespace Triggers.Model.Verdicts;

/// <summary>A place that a candidate takes, so that no other can have it.</summary>
/// <param name="Of">What it is a place of: <c>cap</c>, <c>limit</c>, <c>budget</c>, <c>code</c>, <c>broadcast</c>.</param>
/// <param name="Name">Name of the cap, offer, budget or pool.</param>
/// <param name="Amount">How much: <c>5.00 EUR</c>, a code; null: one.</param>
/// <param name="At">For which instant of delivery; null: for none in particular.</param>
public sealed record Reservation(string Of, string Name, string? Amount = null, Timestamp? At = null);
