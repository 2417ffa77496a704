namespace Triggers.Conformance;

/// <summary>xunit takes a failure whose message begins with this mark for a skipped test.</summary>
public sealed class SkippedException(string reason) : Exception($"$XunitDynamicSkip${reason}");
