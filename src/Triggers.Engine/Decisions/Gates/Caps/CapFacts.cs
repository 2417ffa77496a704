using NodaTime;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.Caps;

/// <summary>What the caps look at.</summary>
/// <param name="At">When the message would be delivered.</param>
/// <param name="HeldSince">When it was first held; <paramref name="At"/> when it is new.</param>
/// <param name="Zone">The customer's calendar; null when neither theirs nor the workspace's is known.</param>
/// <param name="Channel">On which channel.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Tags">The tags of its trigger.</param>
/// <param name="Sends">What was delivered or has a place, ascending by time; not this message.</param>
internal readonly record struct CapFacts(
    Timestamp At, Timestamp HeldSince, DateTimeZone? Zone, string Channel, string Purpose, IReadOnlyList<string> Tags, IReadOnlyList<CapSend> Sends);
