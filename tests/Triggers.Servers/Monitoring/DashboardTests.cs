using System.Text.Json;
using System.Text.RegularExpressions;
using Triggers.Servers.Fixtures;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Servers.Monitoring;

/// <summary>Dashboards are whole, and what they ask Prometheus for is PromQL.</summary>
public sealed class DashboardTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("triggers-dashboards-").FullName;

    private static IEnumerable<string> Files => Directory.EnumerateFiles(Repository.PathOf("helm", "triggers", "dashboards"), "*.json").Order(StringComparer.Ordinal);

    [ToolFact("promtool")]
    public void Every_expression_is_PromQL()
    {
        var expressions = Files.SelectMany(file => Panels(file).SelectMany(panel => Targets(panel).Select(target => target.GetProperty("expr").GetString()!))).ToList();
        var rules = Path.Combine(_folder, "rules.yaml");
        File.WriteAllText(rules, "groups:\n- name: dashboards\n  rules:\n" + string.Concat(expressions.Select((expression, i) =>
            $"  - {{ record: 'dashboard:expression:{i}', expr: {JsonSerializer.Serialize(Filled(expression))} }}\n")));
        var (code, output) = Tool.Run("promtool", null, "check", "rules", rules);
        Assert.True(code == 0 && output.Contains($"SUCCESS: {expressions.Count} rules found", StringComparison.Ordinal), output);
        Assert.True(expressions.Count > 40, $"Only {expressions.Count} expressions were found.");
    }

    [Fact]
    public void Every_panel_has_its_own_number_a_title_a_sentence_a_unit_and_a_place_inside_the_grid()
    {
        foreach (var file in Files)
        {
            var panels = Panels(file);
            Assert.Equal(panels.Count, panels.Select(panel => panel.GetProperty("id").GetInt32()).Distinct().Count());
            foreach (var panel in panels)
            {
                var title = $"{Path.GetFileName(file)}: {panel.GetProperty("title").GetString()}";
                var place = panel.GetProperty("gridPos");
                Assert.True(place.GetProperty("x").GetInt32() + place.GetProperty("w").GetInt32() <= 24, title);
                Assert.True(panel.GetProperty("type").GetString() == "row" || (panel.GetProperty("description").GetString()!.Length > 0 && Targets(panel).Count > 0), title);
                Assert.True(panel.GetProperty("type").GetString() == "row" || panel.GetProperty("fieldConfig").GetProperty("defaults").GetProperty("unit").GetString()!.Length > 0, title);
            }
        }

        Assert.Equal(["funnel", "overview", "partition", "trigger"], Files.Select(Path.GetFileNameWithoutExtension));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static List<JsonElement> Panels(string file) => [.. JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file)).GetProperty("panels").EnumerateArray()];

    private static List<JsonElement> Targets(JsonElement panel) => panel.TryGetProperty("targets", out var targets) ? [.. targets.EnumerateArray()] : [];

    /// <summary>Grafana's variables with values.</summary>
    private static string Filled(string expression)
    {
        var spans = expression.Replace("$__rate_interval", "5m", StringComparison.Ordinal).Replace("$__range", "1h", StringComparison.Ordinal);
        return Regex.Replace(spans, @"\$[a-z]+", ".*");
    }
}
