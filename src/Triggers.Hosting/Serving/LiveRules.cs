using Triggers.Language.Plan;
using Triggers.Language.Workspaces;
using Triggers.Runtime.Rulesets;

namespace Triggers.Hosting.Serving;

/// <summary>A workspace that is to be served.</summary>
/// <param name="Plan">Checked and compiled.</param>
/// <param name="Bundle">Its text, as the topic of rules holds it.</param>
public sealed record LiveRules(WorkspacePlan Plan, byte[] Bundle)
{
    /// <summary>The topics its channels write to, each once.</summary>
    public IReadOnlyList<string> OutboundTopics => [.. Plan.Channels.Select(channel => channel.Topic).Distinct(StringComparer.Ordinal)];

    /// <summary>The topics its events come from.</summary>
    public IReadOnlyList<string> SourceTopics => [.. Plan.Catalogue.Sources.Select(source => source.Topic)];

    /// <summary>A checked workspace with its files.</summary>
    /// <exception cref="Runtime.Ports.OutsideFault">It is too large for a record.</exception>
    public static LiveRules Of(WorkspacePlan plan, WorkspaceFiles files) => new(plan, WorkspaceBundle.Pack(files));

    /// <summary>What the topic of rules holds.</summary>
    /// <exception cref="Runtime.Ports.OutsideFault">This build cannot read it.</exception>
    public static LiveRules Of(byte[] bundle) => new(new RulesetCache().Resolve(bundle).Plan, bundle);
}
