using System.Reflection;
using System.Text.RegularExpressions;
using Triggers.Servers.Fixtures;
using Xunit;

namespace Triggers.Servers.Monitoring;

/// <summary>The alert rules as promtool sees them: well-formed, and each fires when it should and not before.</summary>
public sealed class AlertRulesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("triggers-alerts-").FullName;

    private string RulesFile => Path.Combine(_folder, "rules.yaml");

    [ToolFact("promtool")]
    public void Promtool_finds_the_rules_well_formed()
    {
        File.WriteAllText(RulesFile, AlertRules.Text("5m"));
        var (code, output) = Tool.Run("promtool", null, "check", "rules", RulesFile);
        Assert.True(code == 0 && output.Contains("SUCCESS: 19 rules found", StringComparison.Ordinal), output);
    }

    [ToolFact("promtool")]
    public void Every_alert_fires_when_it_should_and_a_healthy_system_is_quiet()
    {
        File.WriteAllText(RulesFile, AlertRules.Text("5m"));
        var (code, output) = Tool.Run("promtool", null, "test", "rules", TestFile(AlertTests()));
        Assert.True(code == 0, output);
        var tested = Regex.Matches(AlertTests(), "- name: (Triggers[A-Za-z]+)").Select(match => match.Groups[1].Value);
        Assert.Equal(Regex.Matches(AlertRules.Template, "- alert: ([A-Za-z]+)").Select(match => match.Groups[1].Value).Order(), tested.Order());
    }

    [ToolFact("promtool")]
    public void A_rule_that_never_fires_is_found()
    {
        File.WriteAllText(RulesFile, AlertRules.Text("5m").Replace("> 25", "> 2500", StringComparison.Ordinal));
        var (code, output) = Tool.Run("promtool", null, "test", "rules", TestFile(AlertTests()));
        Assert.True(code == 1 && output.Contains("alertname: TriggersRedisBehind", StringComparison.Ordinal), output);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string TestFile(string text)
    {
        var file = Path.Combine(_folder, "tests.yaml");
        File.WriteAllText(file, text.Replace("RULES", RulesFile, StringComparison.Ordinal));
        return file;
    }

    private static string AlertTests()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("alerts-test.yaml")!);
        return reader.ReadToEnd();
    }
}
