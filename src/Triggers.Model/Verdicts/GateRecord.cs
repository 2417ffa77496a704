namespace Triggers.Model.Verdicts;

/// <summary>What one gate saw and said about one candidate. Short texts for people and tables, not for programs.</summary>
/// <param name="Gate">Name of the gate: <c>consent</c>, <c>cap</c> …</param>
/// <param name="Result">What it said.</param>
/// <param name="Channel">On which channel; null: it judges all at once.</param>
/// <param name="Input">What it looked at: <c>2 since 2026-03-01T10:00:00.000Z</c>.</param>
/// <param name="Limit">Against what: <c>2 in 7d</c>.</param>
public readonly record struct GateRecord(string Gate, GateResult Result, string? Channel = null, GateText Input = default, GateText Limit = default);
