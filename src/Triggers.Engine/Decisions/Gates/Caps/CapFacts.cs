using Triggers.Engine.Decisions.Gates.Zones;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.Caps;

/// <summary>What the caps look at.</summary>
/// <param name="At">When the message would be delivered.</param>
/// <param name="HeldSince">When it was first held; <paramref name="At"/> when it is new.</param>
/// <param name="Clock">The customer's calendar; null when neither theirs nor the workspace's is known.</param>
/// <param name="Caps">The caps that cover it, in the order of the policies.</param>
internal readonly record struct CapFacts(Timestamp At, Timestamp HeldSince, ZoneClock? Clock, IReadOnlyList<CapUse> Caps);
