using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>Who went through last of an exclusivity group.</summary>
/// <param name="Group">Stable id of the group's name.</param>
/// <param name="Trigger">Stable id of the winner's trigger.</param>
/// <param name="Winner">The winner's id.</param>
/// <param name="At">Log time of the decision.</param>
internal readonly record struct GroupFact(StableId Group, StableId Trigger, HeapRange Winner, Timestamp At);
