using System.Text.Json;
using System.Text.RegularExpressions;
using Triggers.Tests.Support;

namespace Triggers.Servers.Monitoring;

/// <summary>The metrics that dashboards and alerts ask for.</summary>
internal static class UsedMetrics
{
    private static readonly Regex Metric = new(@"\b(?:triggers|dotnet)_[a-z0-9_]+\b");
    private static readonly Regex LabelValues = new("\"[^\"]*\"");

    /// <summary>Each metric with the places that use it.</summary>
    internal static ILookup<string, string> All() => Expressions()
        .SelectMany(used => Metric.Matches(LabelValues.Replace(used.Expression, "\"\"")).Select(match => (Name: match.Value, used.Place)))
        .ToLookup(used => used.Name, used => used.Place);

    private static IEnumerable<(string Place, string Expression)> Expressions()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("helm", "triggers", "dashboards"), "*.json"))
        {
            using var dashboard = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var expression in Strings(dashboard.RootElement, "expr").Concat(Strings(dashboard.RootElement, "definition")))
            {
                yield return (Path.GetFileName(file), expression);
            }
        }

        foreach (var line in AlertRules.Text("5m").Split('\n'))
        {
            yield return ("alerts", line.Contains("runbook_url", StringComparison.Ordinal) ? "" : line);
        }
    }

    private static IEnumerable<string> Strings(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
            property.Name == name && property.Value.ValueKind == JsonValueKind.String ? [property.Value.GetString()!] : Strings(property.Value, name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Strings(item, name)),
        _ => [],
    };
}
