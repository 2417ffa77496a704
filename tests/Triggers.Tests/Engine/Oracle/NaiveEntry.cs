namespace Triggers.Tests.Engine.Oracle;

/// <summary>One value that entered a trait.</summary>
/// <param name="Time">Event time.</param>
/// <param name="Place">Position in the log, of several values of one event their order.</param>
/// <param name="Key">Of a trait with <c>by</c> its value, else null.</param>
/// <param name="Value">The value; null for traits about whole events.</param>
internal sealed record NaiveEntry(long Time, int Place, object? Key, object? Value);
