using Triggers.Engine.Decisions.Gates.Zones;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.Reply;

/// <summary>What a reply window looks at.</summary>
/// <param name="At">When the message would be delivered.</param>
/// <param name="LastReply">The customer's newest message on the channel; null: none.</param>
/// <param name="SinceReply">How many messages went to them in the window since then.</param>
/// <param name="Broadcasts">Instants at which messages went to them outside of windows, ascending.</param>
/// <param name="Clock">The customer's calendar; null when neither theirs nor the workspace's is known.</param>
internal readonly record struct ReplyFacts(Timestamp At, Timestamp? LastReply, int SinceReply, ReadOnlyMemory<Timestamp> Broadcasts, ZoneClock? Clock);
