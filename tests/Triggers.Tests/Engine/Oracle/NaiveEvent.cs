namespace Triggers.Tests.Engine.Oracle;

/// <summary>An event as the oracle sees it.</summary>
/// <param name="Type">Name of its type.</param>
/// <param name="Id">Its id.</param>
/// <param name="Minute">Event time, in minutes.</param>
/// <param name="Cart">Field <c>cart</c>, may be missing.</param>
/// <param name="Value">Field <c>value</c> (of contacts: <c>points</c>), may be missing.</param>
/// <param name="Email">Field <c>email</c>, may be missing.</param>
internal sealed record NaiveEvent(string Type, string Id, int Minute, string? Cart, long? Value, string? Email);
