namespace Triggers.Runtime.Scenarios;

/// <summary>What a run has given out of one code pool.</summary>
/// <param name="Given">Codes given out, or kept for messages that are held at the end.</param>
/// <param name="Left">Codes that nobody has.</param>
public sealed record PoolTally(int Given, int Left);
