using System.Buffers.Binary;
using Triggers.Engine.State;
using Triggers.Language.Plan.Messaging;
using Triggers.Model;

namespace Triggers.Engine.Decisions.Gates.Caps;

/// <summary>A cap and the messages of a customer that it counts. States know names by their stable ids alone, so it compares those. Not thread-safe: its buffer is used again.</summary>
internal sealed class CountedCap(CapPlan cap)
{
    private readonly StableId[]? _channels = Ids(cap.Channels);
    private readonly StableId[]? _purposes = Ids(cap.Purposes);
    private readonly StableId[]? _tags = Ids(cap.Tags);
    private readonly InstantBuffer _instants = new();

    /// <summary>The cap.</summary>
    public CapPlan Cap => cap;

    /// <summary>The cap with the instants at which messages that it counts are delivered; valid until the next call.</summary>
    public CapUse Of(CustomerState state)
    {
        _instants.Clear();
        foreach (ref readonly var message in state.Messaging.Sent)
        {
            if ((message.Flags & SentFlags.Counts) != 0 && Holds(_channels, message.Channel) && Holds(_purposes, message.Purpose) && HoldsOneOf(state.Heap[message.Tags]))
            {
                _instants.Add(message.At);
            }
        }

        return new(cap, _instants.Instants);
    }

    private bool HoldsOneOf(ReadOnlySpan<byte> tags)
    {
        for (; _tags is not null && tags.Length > 0; tags = tags[sizeof(ulong)..])
        {
            if (Holds(_tags, new(BinaryPrimitives.ReadUInt64BigEndian(tags))))
            {
                return true;
            }
        }

        return _tags is null;
    }

    private static bool Holds(StableId[]? ids, StableId id) => ids is null || ids.AsSpan().Contains(id);

    private static StableId[]? Ids(IReadOnlySet<string>? names) => names is null ? null : [.. names.Select(StableId.Of)];
}
