using Triggers.Model;

namespace Triggers.Engine.State;

/// <summary>A field of the start event that a run keeps until it fires.</summary>
/// <param name="Id">Stable id of the field's name.</param>
/// <param name="Value">Its value; never absent.</param>
internal readonly record struct FieldSlot(StableId Id, StoredValue Value);
