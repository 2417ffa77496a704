using System.Globalization;
using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.References;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading.Rules;

/// <summary><c>send:</c> of a trigger → what goes out.</summary>
internal sealed class SendReader(IReadOnlyDictionary<string, ChannelPlan?> channels, IReadOnlyDictionary<string, string> offers, DiagnosticBag diagnostics)
{
    private const int DefaultPriority = 50;

    private readonly string[] _channels = [.. channels.Keys];
    private readonly string[] _offers = [.. offers.Keys];

    /// <summary>The plan; null after a mistake.</summary>
    public SendPlan? Read(YamlMapping? send)
    {
        if (send is null)
        {
            return null;
        }

        var offer = send.Scalar("offer");
        if (offer is not null && !offers.ContainsKey(offer.Value))
        {
            diagnostics.UnknownOffer(offer, _offers);
        }

        var used = Channels(send.Sequence("channels"));
        var priority = int.TryParse(send.Text("priority"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : DefaultPriority;
        return offer is null || used.Count == 0 ? null : new(send.Text("purpose") ?? "", priority, offer.Value, used) { OfferLabel = offers.GetValueOrDefault(offer.Value, "") };
    }

    private List<ChannelPlan> Channels(YamlSequence? names)
    {
        var used = new List<ChannelPlan>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in (names?.Items ?? []).OfType<YamlScalar>())
        {
            if (!channels.TryGetValue(name.Value, out var channel))
            {
                diagnostics.UnknownChannel(name, _channels);
            }
            else if (!seen.Add(name.Value))
            {
                diagnostics.ChannelTwice(name);
            }
            else if (channel is not null)
            {
                used.Add(channel);
            }
        }

        return used;
    }
}
