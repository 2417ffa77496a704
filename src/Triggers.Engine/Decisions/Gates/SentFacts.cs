using System.Buffers.Binary;
using Triggers.Engine.Decisions.Gates.Caps;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates;

/// <summary>The remembered messages of a customer, as caps and reply windows look at them. Its lists are reused: valid until the next call.</summary>
internal sealed class SentFacts(DecisionFacts facts)
{
    private readonly List<CapSend> _counted = [];
    private readonly List<Timestamp> _broadcasts = [];

    /// <summary>Messages and places that count toward caps, ascending by time.</summary>
    public IReadOnlyList<CapSend> Counted(CustomerState state)
    {
        _counted.Clear();
        foreach (ref readonly var message in state.Messaging.Sent)
        {
            if ((message.Flags & SentFlags.Counts) != 0)
            {
                _counted.Add(new(message.At, facts.NameOf(message.Channel), facts.NameOf(message.Purpose), Tags(state, message)));
            }
        }

        return _counted;
    }

    /// <summary>Instants at which messages went out on a channel while it was closed, ascending.</summary>
    public IReadOnlyList<Timestamp> Broadcasts(CustomerState state, ChannelPlan channel)
    {
        _broadcasts.Clear();
        foreach (ref readonly var message in state.Messaging.Sent)
        {
            if (message.Channel == channel.Id && (message.Flags & SentFlags.Broadcast) != 0)
            {
                _broadcasts.Add(message.At);
            }
        }

        return _broadcasts;
    }

    /// <summary>How many messages answered what the customer wrote at <paramref name="wrote"/>.</summary>
    public static int RepliesSince(CustomerState state, ChannelPlan channel, Timestamp wrote)
    {
        var count = 0;
        foreach (ref readonly var message in state.Messaging.Sent)
        {
            count += message.Channel == channel.Id && message.At >= wrote && (message.Flags & SentFlags.Broadcast) == 0 ? 1 : 0;
        }

        return count;
    }

    private string[] Tags(CustomerState state, in SentMessage message)
    {
        if (message.Tags.Length == 0)
        {
            return [];
        }

        var tags = new string[message.Tags.Length / sizeof(ulong)];
        for (var i = 0; i < tags.Length; i++)
        {
            tags[i] = facts.NameOf(new(BinaryPrimitives.ReadUInt64BigEndian(state.Heap[message.Tags][(i * sizeof(ulong))..])));
        }

        return tags;
    }
}
