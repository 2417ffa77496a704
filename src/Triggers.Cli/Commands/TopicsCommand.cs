using System.CommandLine;
using System.Globalization;
using Triggers.Cli.Output;
using Triggers.Hosting.Options;
using Triggers.Hosting.Serving;
using Triggers.Kafka.Topics;

namespace Triggers.Cli.Commands;

/// <summary><c>triggers topics [WORKSPACE] --config FILE [--create]</c>: checks the topics that the system needs, or makes them.</summary>
public static class TopicsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var workspace = WorkspaceArgument.Optional("With it, the outbound topics of its channels too.");
        var config = ConfigOption.Create();
        var create = new Option<bool>("--create") { Description = "Create what is missing. What is there is left as it is; source topics belong to others." };
        var command = new Command("topics", "Check the topics that the system needs, or create them.") { workspace, config, create };
        command.SetAction(parsed => Serve(parsed.GetValue(workspace), ServeOptions.Load(parsed.GetRequiredValue(config)), parsed.GetValue(create), terminal));
        return command;
    }

    private static int Serve(string? folder, ServeOptions options, bool create, Terminal terminal)
    {
        IReadOnlyList<string> outbound = [];
        if (folder is not null)
        {
            if (WorkspaceReading.Usable(folder, terminal) is not { Plan: { } plan } reading)
            {
                return ExitCode.Refused;
            }

            outbound = LiveRules.Of(plan, reading.Files).OutboundTopics;
        }

        using var topics = new KafkaTopics(options.Kafka, options.Worker.Topics);
        foreach (var topic in create ? topics.CreateAsync(outbound).GetAwaiter().GetResult() : [])
        {
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(topic.Created ? "created" : "there"),-8}{topic.Topic}, partitions: {topic.Partitions}"));
        }

        topics.CheckAsync(outbound, []).GetAwaiter().GetResult();
        terminal.Out.WriteLine("The topics are as they must be.");
        return ExitCode.Done;
    }
}
