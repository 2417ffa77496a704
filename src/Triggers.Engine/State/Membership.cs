using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>The customer is in a segment or stage, or the condition of a crossing holds.</summary>
/// <param name="Id">Stable id of what is followed.</param>
/// <param name="Since">Customer time at which it became so.</param>
internal readonly record struct Membership(StableId Id, Timestamp Since);
