using Triggers.Language.Plan;
using Triggers.Model.Values;

namespace Triggers.Engine.Decisions.Gates;

/// <summary>
/// Can the customer be reached? Takes the first channel, in the declared order, that has an address.
/// <para><b>Passes when</b> an address is a text that is not empty. <b>Refuses when</b> there is none on any channel.</para>
/// </summary>
internal sealed class AddressGate : IGate
{
    /// <inheritdoc/>
    public string Name => "address";

    /// <inheritdoc/>
    public GateVerdict Judge(in Candidate candidate, StepFrame facts)
    {
        var channels = candidate.Trigger.Send.Channels;
        foreach (var channel in channels)
        {
            if (facts.Evaluate(channel.Address) is { Kind: ValueKind.String, AsString: { Length: > 0 } address })
            {
                return GateVerdict.PassOn(channel, address);
            }
        }

        return GateVerdict.Refuse($"The customer has no address on {string.Join(" or ", channels.Select(Describe))}.");
    }

    private static string Describe(ChannelPlan channel) => $"{channel.Name} (`{channel.Address.Source}`)";
}
