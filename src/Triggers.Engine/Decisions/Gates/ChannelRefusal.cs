using Triggers.Engine.Decisions.Gates.Caps;
using Triggers.Language.Plan;

namespace Triggers.Engine.Decisions.Gates;

/// <summary>Why a message cannot go through one channel. Put into words only when no channel is left.</summary>
/// <param name="Check">Name of the check that it did not pass.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Cap">What the caps said; without a meaning of other checks.</param>
internal readonly record struct ChannelRefusal(string Check, ChannelPlan Channel, CapVerdict Cap = default);
