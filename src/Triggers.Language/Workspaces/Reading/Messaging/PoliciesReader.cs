using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.References;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading.Messaging;

/// <summary><c>policies.yaml</c>: every name in it must exist.</summary>
internal sealed class PoliciesReader(
    IReadOnlyDictionary<string, ChannelPlan?> channels,
    UniqueNames triggers,
    IReadOnlySet<string> purposes,
    DiagnosticBag diagnostics)
{
    /// <summary>Checks caps and groups.</summary>
    public void Read(YamlMapping? root)
    {
        foreach (var cap in (root?.Sequence("caps")?.Items ?? []).OfType<YamlMapping>())
        {
            foreach (var channel in Names(cap, "channels").Where(n => !channels.ContainsKey(n.Value)))
            {
                diagnostics.UnknownChannel(channel, [.. channels.Keys]);
            }

            foreach (var purpose in Names(cap, "purposes").Where(n => !purposes.Contains(n.Value)))
            {
                diagnostics.UnknownPurpose(purpose, [.. purposes]);
            }
        }

        foreach (var group in (root?.Mapping("groups")?.Entries ?? []).Select(e => e.Value).OfType<YamlMapping>())
        {
            foreach (var trigger in Names(group, "triggers").Where(n => !triggers.Contains(n.Value)))
            {
                diagnostics.UnknownTrigger(trigger, triggers.All);
            }
        }
    }

    private static IEnumerable<YamlScalar> Names(YamlMapping owner, string key) => (owner.Sequence(key)?.Items ?? []).OfType<YamlScalar>();
}
