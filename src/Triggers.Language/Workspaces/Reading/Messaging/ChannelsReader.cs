using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Language.Workspaces.Reading.Expressions;
using Triggers.Language.Workspaces.Reading.References;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading.Messaging;

/// <summary><c>channels.yaml</c> → channels.</summary>
internal sealed class ChannelsReader(EventReference events, Variable customer, Conditions conditions)
{
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
        events.Event(channel.Mapping("reply")?.Scalar("to"));
        var address = conditions.Text(channel.Scalar("address"), [customer]);
        return address is null ? null : new(name, channel.Text("topic") ?? $"outbound.{name}", address);
    }
}
