using Triggers.Model.Time;

namespace Triggers.Engine.Portraits;

/// <summary>A segment or stage that a customer is in.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Since">Since when.</param>
public sealed record MembershipPortrait(string Name, Timestamp Since);
