using Triggers.Language.Plan;

namespace Triggers.Engine.Decisions;

/// <summary>What a gate says to one candidate.</summary>
internal readonly record struct GateVerdict
{
    /// <summary>Nothing against it.</summary>
    public static GateVerdict Pass => default;

    /// <summary>Why not, one sentence for people; null when it passes.</summary>
    public string? Reason { get; private init; }

    /// <summary>The channel that the gate chose; null when it chose none.</summary>
    public ChannelPlan? Channel { get; private init; }

    /// <summary>The customer's address on <see cref="Channel"/>.</summary>
    public string? Address { get; private init; }

    /// <summary>Refuses, for this reason.</summary>
    public static GateVerdict Refuse(string reason) => new() { Reason = reason };

    /// <summary>Passes on this channel.</summary>
    public static GateVerdict PassOn(ChannelPlan channel, string address) => new() { Channel = channel, Address = address };
}
