using Triggers.Tests.Support;

namespace Triggers.Servers.Monitoring;

/// <summary>The file of alert rules of the chart, with its words in capitals replaced.</summary>
internal static class AlertRules
{
    /// <summary>The scrape job that the rules look for.</summary>
    internal const string Job = "triggers";

    /// <summary>The file as it is.</summary>
    internal static string Template => File.ReadAllText(Repository.PathOf("helm", "triggers", "alerts", "triggers.yaml"));

    /// <summary>Rules for Prometheus; the runbook stays a word.</summary>
    /// <param name="duration">How long a state must last, and the window of rates: <c>10s</c>.</param>
    internal static string Text(string duration) => Template
        .Replace("DURATION", duration, StringComparison.Ordinal)
        .Replace("JOB", Job, StringComparison.Ordinal)
        .Replace("LAG_RECORDS", "10000", StringComparison.Ordinal)
        .Replace("LATENCY_SECONDS", "30", StringComparison.Ordinal);
}
