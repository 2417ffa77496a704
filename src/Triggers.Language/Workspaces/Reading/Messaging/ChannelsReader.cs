using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Language.Plan.Messaging;
using Triggers.Language.Templates;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Expressions;
using Triggers.Language.Workspaces.Reading.References;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading.Messaging;

/// <summary><c>channels.yaml</c> → channels.</summary>
internal sealed class ChannelsReader(EventReference events, Variable customer, bool isConsentKept, Conditions conditions, DiagnosticBag diagnostics)
{
    private readonly List<YamlScalar> _purposes = [];
    private readonly List<ContentLimit> _limits = [];

    /// <summary>The purposes that channels name, to be compared with those that triggers have.</summary>
    public IReadOnlyList<YamlScalar> Purposes => _purposes;

    /// <summary>The parts of the content that channels limit, with the channel.</summary>
    public IReadOnlyList<ContentLimit> Limits => _limits;

    /// <summary>The channels in the order of the file; of one with a mistake the plan is null, but its name is known.</summary>
    public IReadOnlyDictionary<string, ChannelPlan?> Read(YamlMapping? root)
    {
        var channels = new Dictionary<string, ChannelPlan?>(StringComparer.Ordinal);
        foreach (var entry in root?.Mapping("channels")?.Entries ?? [])
        {
            channels[entry.Name] = entry.Value is YamlMapping channel ? Channel(entry.Name, channel) : null;
        }

        return channels;
    }

    private ChannelPlan? Channel(string name, YamlMapping channel)
    {
        var reply = Reply(channel.Mapping("reply"));
        var limits = Limited(name, channel.Mapping("limits"));
        var consent = Consent(name, channel);
        var quiet = QuietHoursReader.Read(channel.Mapping("quiet_hours"), diagnostics);
        var address = conditions.Text(channel.Scalar("address"), [customer]);
        return address is null ? null : new(name, channel.Text("topic") ?? $"outbound.{name}", address)
        {
            Consent = consent,
            Format = Format(channel.Text("format")),
            Limits = limits,
            QuietHours = quiet,
            IsNeverQuiet = channel.Text("quiet_hours") == "none",
            Reply = reply,
        };
    }

    private ConsentPlan Consent(string channel, YamlMapping owner)
    {
        var byPurpose = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var entry in owner.Mapping("consent")?.Entries ?? [])
        {
            _purposes.Add(entry.Key);
            byPurpose[entry.Name] = entry.Value is YamlScalar { Value: "assumed" };
        }

        return owner.Entry("consent") is null && !isConsentKept ? ConsentPlan.NotKept : new(owner.Text("consent") == "assumed", byPurpose);
    }

    private Dictionary<string, int> Limited(string channel, YamlMapping? limits)
    {
        var longest = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in limits?.Entries ?? [])
        {
            _limits.Add(new(channel, entry.Key));
            if (WindowReader.Number((entry.Value as YamlScalar)?.Value) is { } number)
            {
                longest[entry.Name] = number;
            }
        }

        return longest;
    }

    private ReplyPlan? Reply(YamlMapping? reply) =>
        events.Event(reply?.Scalar("to")) is { } type && WindowReader.Length(reply!.Text("within")) is { } within
            ? new(type, within, WindowReader.Number(reply.Text("at_most")), WindowReader.Allowance(reply.Mapping("broadcasts")))
            : null;

    private static TemplateFormat Format(string? text) => text switch
    {
        "html" => TemplateFormat.Html,
        "json" => TemplateFormat.Json,
        _ => TemplateFormat.Text,
    };
}
