using System.CommandLine;

namespace Triggers.Cli.Commands;

/// <summary>The option <c>--config FILE</c> of every command that talks to servers.</summary>
internal static class ConfigOption
{
    /// <summary>One for a command.</summary>
    internal static Option<string> Create() => new("--config") { Description = "The configuration: where Kafka and Redis are, and the key secret.", HelpName = "FILE", Required = true };
}
