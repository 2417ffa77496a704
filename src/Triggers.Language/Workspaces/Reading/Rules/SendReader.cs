using System.Globalization;
using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Language.Plan.Messaging;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Expressions;
using Triggers.Language.Workspaces.Reading.Messaging;
using Triggers.Language.Workspaces.Reading.References;
using Triggers.Language.Workspaces.Reading.Shapes;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading.Rules;

/// <summary><c>send:</c> of a trigger → what goes out.</summary>
internal sealed class SendReader(
    Variable customer,
    IReadOnlyDictionary<string, ChannelPlan?> channels,
    IReadOnlyDictionary<string, OfferPlan> offers,
    Conditions conditions,
    DiagnosticBag diagnostics)
{
    private const int DefaultPriority = 50;
    private const string BestResponse = "response";

    private readonly string[] _channels = [.. channels.Keys];
    private readonly string[] _offers = [.. offers.Keys];

    /// <summary>The plan; null after a mistake.</summary>
    public SendPlan? Read(YamlMapping? send)
    {
        if (send is null)
        {
            return null;
        }

        var sent = Offers(send);
        var used = Channels(send.Sequence("channels"), sent);
        var prefer = send.Scalar("prefer");
        var preferred = prefer?.Value == BestResponse ? null : conditions.Text(prefer, [customer]);
        var tags = send.Names("tags", _ => true, _ => { }, diagnostics);
        var priority = int.TryParse(send.Text("priority"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : DefaultPriority;
        return sent.Count == 0 || used.Count == 0 ? null : new(send.Text("purpose") ?? "", priority, sent[0].Name, used)
        {
            OfferLabel = sent[0].Label,
            Offers = sent,
            Tags = [.. tags ?? new HashSet<string>()],
            Prefer = preferred,
            PrefersResponse = prefer?.Value == BestResponse,
            Expires = WindowReader.Length(send.Text("expires")),
            Mandatory = send.Text("mandatory") == "true",
            IgnoresCaps = send.Text("ignores_caps") == "true",
            IgnoresQuietHours = send.Text("ignores_quiet_hours") == "true",
            Counts = send.Text("counts") != "false",
        };
    }

    private List<OfferPlan> Offers(YamlMapping send)
    {
        var found = new List<OfferPlan>();
        foreach (var name in SentThings.OfferNames(send))
        {
            if (!offers.TryGetValue(name.Value, out var offer))
            {
                diagnostics.UnknownOffer(name, _offers);
            }
            else if (found.Contains(offer))
            {
                diagnostics.TwiceInList(name);
            }
            else
            {
                found.Add(offer);
            }
        }

        return found;
    }

    private List<ChannelPlan> Channels(YamlSequence? names, List<OfferPlan> sent)
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
                HasContent(name, sent);
                used.Add(channel);
            }
        }

        return used;
    }

    private void HasContent(YamlScalar channel, List<OfferPlan> sent)
    {
        foreach (var offer in sent.Where(o => o.Content.Channels.Count > 0 && !o.Content.Channels.ContainsKey(channel.Value)))
        {
            diagnostics.NoContentForChannel(channel, offer.Name, [.. offer.Content.Channels.Keys]);
        }
    }
}
