using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>The value of one trait of one customer.</summary>
/// <param name="Id">Stable id of the trait's name: survives new versions of the rules.</param>
/// <param name="Time">Event time of the event it comes from.</param>
/// <param name="Value">The value; never absent.</param>
internal readonly record struct TraitSlot(StableId Id, Timestamp Time, StoredValue Value);
