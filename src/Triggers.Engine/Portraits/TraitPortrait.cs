using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Engine.Portraits;

/// <summary>What one trait says of a customer.</summary>
/// <param name="Name">Its name; rules see <c>customer.NAME</c>.</param>
/// <param name="Value">What it says; absent when it says nothing, an error when it cannot be computed. With <c>by:</c> a map.</param>
/// <param name="ChangesAt">When time alone may change it next; never when it cannot.</param>
public sealed record TraitPortrait(string Name, Value Value, Timestamp ChangesAt);
