using Triggers.Hosting.Options;
using Triggers.Kafka;
using Triggers.Runtime.Ports;

namespace Triggers.Hosting.Serving;

/// <summary>The topic of rules seen from outside: reads the newest version, or publishes one.</summary>
public static class PublishedRules
{
    /// <summary>The newest published workspace.</summary>
    /// <exception cref="OutsideFault">Kafka does not answer, nothing was published, or this build cannot read it.</exception>
    public static async Task<LiveRules> ReadAsync(ServeOptions options)
    {
        using var ports = await KafkaPorts.ConnectAsync(options.Kafka, options.Worker.Topics, [], []).ConfigureAwait(false);
        ports.Rules.Refresh(options.Worker.BrokerTimeout);
        return LiveRules.Of(ports.Rules.Newest is { } newest ? ports.Rules.Bundle(newest)! : throw new OutsideFault(
            $"The topic {options.Worker.Topics.Rules} holds no rules.", "Publish a workspace: triggers publish WORKSPACE --config FILE; or give serve a WORKSPACE."));
    }

    /// <summary>Makes a workspace the newest version; false when it is that already. Its topics must be as they must be.</summary>
    /// <exception cref="OutsideFault">It cannot be served, Kafka does not answer, or topics are not as they must be.</exception>
    public static async Task<bool> PublishAsync(LiveRules rules, ServeOptions options, CancellationToken cancellation)
    {
        LiveLimits.Check(rules.Plan);
        using var ports = await KafkaPorts.ConnectAsync(options.Kafka, options.Worker.Topics, rules.OutboundTopics, rules.SourceTopics).ConfigureAwait(false);
        ports.Rules.Refresh(options.Worker.BrokerTimeout);
        if (ports.Rules.Newest == rules.Plan.Version)
        {
            return false;
        }

        await ports.Rules.PublishAsync(rules.Plan.Version, rules.Bundle, cancellation).ConfigureAwait(false);
        return true;
    }
}
