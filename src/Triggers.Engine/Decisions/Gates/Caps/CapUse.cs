using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.Caps;

/// <summary>A cap that covers the message that is judged, and what it counts already.</summary>
/// <param name="Cap">The cap.</param>
/// <param name="Sends">When messages like it were delivered or are planned to be, ascending; not this one.</param>
internal readonly record struct CapUse(CapPlan Cap, ReadOnlyMemory<Timestamp> Sends);
