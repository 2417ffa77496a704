namespace Triggers.Hosting.Health;

/// <summary>How one part of a process is.</summary>
/// <param name="Part">Which: <c>start</c>, <c>kafka</c>, <c>redis</c>, <c>ingest</c>, <c>triggers</c>, <c>partitions</c>.</param>
/// <param name="Ok">False: the process is not ready, or not alive, because of it.</param>
/// <param name="Detail">One sentence: what it is, or why it is not.</param>
public sealed record HealthPart(string Part, bool Ok, string Detail);
