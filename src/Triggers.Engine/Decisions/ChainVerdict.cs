namespace Triggers.Engine.Decisions;

/// <summary>What the chain says to one candidate.</summary>
/// <param name="Gate">The gate that refused; null when none did.</param>
/// <param name="Verdict">What it said, or the channel chosen when none refused.</param>
internal readonly record struct ChainVerdict(string? Gate, GateVerdict Verdict);
