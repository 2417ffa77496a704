using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.Caps;

/// <summary>A message that counts: delivered, on its way, or held with a place reserved.</summary>
/// <param name="At">When it is delivered, or planned to be.</param>
/// <param name="Channel">On which channel.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Tags">The tags of its trigger when it was decided: later changes do not move it.</param>
internal sealed record CapSend(Timestamp At, string Channel, string Purpose, IReadOnlyList<string> Tags);
