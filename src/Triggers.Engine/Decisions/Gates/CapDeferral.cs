using Triggers.Language.Plan;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates;

/// <summary>A channel whose cap has room later.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Cap">The cap; null: there is no such channel.</param>
/// <param name="Input">What it counted.</param>
/// <param name="Reason">One sentence for people.</param>
/// <param name="RoomAt">When all caps have room.</param>
internal readonly record struct CapDeferral(ChannelPlan Channel, CapPlan? Cap, string Input, string Reason, Timestamp RoomAt);
