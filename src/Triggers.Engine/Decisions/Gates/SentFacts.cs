using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates;

/// <summary>The remembered messages of a customer, as limits and reply windows look at them. Its buffer is used again: valid until the next call. Not thread-safe.</summary>
internal sealed class SentFacts
{
    private readonly InstantBuffer _instants = new();

    /// <summary>Instants at which an offer was delivered or is planned to be, ascending.</summary>
    public ReadOnlyMemory<Timestamp> Of(CustomerState state, OfferPlan offer)
    {
        _instants.Clear();
        foreach (ref readonly var message in state.Messaging.Sent)
        {
            if (message.Offer == offer.Id)
            {
                _instants.Add(message.At);
            }
        }

        return _instants.Instants;
    }

    /// <summary>Instants at which messages went out on a channel while it was closed, ascending.</summary>
    public ReadOnlyMemory<Timestamp> Broadcasts(CustomerState state, ChannelPlan channel)
    {
        _instants.Clear();
        foreach (ref readonly var message in state.Messaging.Sent)
        {
            if (message.Channel == channel.Id && (message.Flags & SentFlags.Broadcast) != 0)
            {
                _instants.Add(message.At);
            }
        }

        return _instants.Instants;
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
}
