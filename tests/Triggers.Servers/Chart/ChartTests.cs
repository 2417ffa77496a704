using Triggers.Servers.Fixtures;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Servers.Chart;

/// <summary>The chart renders, and what it renders is what Kubernetes takes: checked without a cluster.</summary>
public sealed class ChartTests : IDisposable
{
    private const string Everything = Helm.Chart + "/ci/production-values.yaml";

    private readonly string _folder = Directory.CreateTempSubdirectory("triggers-chart-").FullName;

    [ToolFact("helm")]
    public void Helm_finds_nothing_wrong_with_the_chart_for_any_file_of_values()
    {
        foreach (var values in Helm.ValueFiles)
        {
            var (code, output) = Tool.Run("helm", null, ["lint", "--strict", Helm.Chart, .. Helm.Values(values)]);
            Assert.True(code == 0 && output.Contains("1 chart(s) linted, 0 chart(s) failed", StringComparison.Ordinal), $"{values}: {output}");
        }
    }

    [ToolFact("helm", "kubeconform")]
    public void Every_manifest_keeps_to_its_schema_for_at_least_five_files_of_values()
    {
        Assert.True(Helm.ValueFiles.Count >= 6, $"Only {Helm.ValueFiles.Count} sets of values.");
        foreach (var values in Helm.ValueFiles)
        {
            var folder = Directory.CreateDirectory(Path.Combine(_folder, Path.GetFileName(values) + ".d")).FullName;
            var rendered = Helm.TemplateInto(folder, values);
            Assert.True(rendered.Code == 0, $"{values}: {rendered.Output}");
            var (code, output) = Helm.Conform(folder);
            Assert.True(code == 0 && output.Contains("Invalid: 0, Errors: 0, Skipped: 0", StringComparison.Ordinal), $"{values}: {output}");
        }
    }

    [ToolFact("helm", "kubeconform")]
    public void A_mistake_in_a_manifest_is_found()
    {
        var all = Helm.Template(Everything).Output;
        foreach (var (right, wrong, complaint) in Mistakes)
        {
            Assert.Contains(right, all, StringComparison.Ordinal);
            var file = Path.Combine(_folder, "all.yaml");
            File.WriteAllText(file, all.Replace(right, wrong, StringComparison.Ordinal));
            var (code, output) = Helm.Conform(file);
            Assert.True(code == 1 && output.Contains(complaint, StringComparison.Ordinal), $"'{wrong}' for '{right}': {output}");
        }
    }

    [ToolFact("helm")]
    public void A_mistake_in_the_values_is_found_before_anything_is_rendered()
    {
        foreach (var (setting, complaint) in WrongValues)
        {
            var (code, output) = Helm.Template("", "--set", setting);
            Assert.True(code == 1 && output.Contains(complaint, StringComparison.Ordinal), $"{setting}: {output}");
        }
    }

    [ToolFact("helm", "kube-score")]
    public void Good_practice_has_nothing_critical_to_say_of_the_defaults_and_of_production()
    {
        foreach (var values in (string[])["", Everything])
        {
            var (_, output) = Tool.Run("kube-score", Helm.Template(values).Output, "score", "--output-format", "ci", "-");
            Assert.Contains("[OK]", output, StringComparison.Ordinal);
            Assert.DoesNotContain(output.Split('\n'), line => line.StartsWith("[CRITICAL]", StringComparison.Ordinal));
        }
    }

    [ToolFact("helm", "kube-score")]
    public void Bad_practice_would_be_found()
    {
        var (_, output) = Tool.Run("kube-score", Helm.Template(Helm.Chart + "/ci/small-values.yaml").Output, "score", "--output-format", "ci", "-");
        Assert.Contains(output.Split('\n'), line => line.StartsWith("[CRITICAL]", StringComparison.Ordinal));
    }

    [ToolFact("helm", "promtool")]
    public void The_rules_that_the_chart_installs_are_those_of_the_file_with_the_duration_of_the_values()
    {
        var (code, output) = Helm.Template(Helm.Chart + "/ci/observed-values.yaml", "--show-only", "templates/prometheusrule.yaml");
        Assert.True(code == 0, output);
        var file = Path.Combine(_folder, "rules.yaml");
        File.WriteAllText(file, string.Join('\n', output[(output.IndexOf("\nspec:", StringComparison.Ordinal) + 7)..].Split('\n').Select(line => line.Length > 2 ? line[2..] : "")));
        var check = Tool.Run("promtool", null, "check", "rules", file);
        Assert.True(check.Code == 0 && check.Output.Contains("SUCCESS: 19 rules found", StringComparison.Ordinal), check.Output + output);
        Assert.Contains("for: 10s", output, StringComparison.Ordinal);
        Assert.Contains("job=\"demo-engine\"", output, StringComparison.Ordinal);
        Assert.Contains("runbook_url: docs/runbook.md#triggersredisfailing", output, StringComparison.Ordinal);
        Assert.DoesNotContain("DURATION", output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static (string Right, string Wrong, string Complaint)[] Mistakes { get; } =
    [
        ("podManagementPolicy: Parallel", "podManagementPolicy: [Parallel]", "/spec/podManagementPolicy"),
        ("terminationGracePeriodSeconds: 60", "terminationGracePeriod: 60", "terminationGracePeriod"),
        ("containerPort: 9464", "containerPort: metrics", "containerPort"),
        ("apiVersion: policy/v1", "apiVersion: policy/v1beta1", "policy/v1"),
        ("kind: ScaledObject", "kind: ScaledThing", "could not find schema for ScaledThing"),
        ("secretStoreRef:", "secretStore:", "secretStore"),
        ("memory: 8Gi", "memory: 8GB", "memory"),
        ("maxReplicaCount: 16", "maxReplicaCount: many", "maxReplicaCount"),
        ("port: metrics, path: /metrics", "port: 9464, path: /metrics", "port"),
        ("severity: critical", "severity: [critical]", "severity"),
    ];

    private static (string Setting, string Complaint)[] WrongValues { get; } =
    [
        ("replicas=three", "at '/replicas': got string, want integer"),
        ("config.kafka.pollIntervall=1m", "additional properties 'pollIntervall' not allowed"),
        ("config.kafka.linger=5", "at '/config/kafka/linger'"),
        ("config.worker.changedCustomersMax=751", "at '/config/worker/changedCustomersMax'"),
        ("config.kafka.properties.sasl\\.password=secret", "invalid propertyName 'sasl.password'"),
        ("config.telemetry.address=none", "at '/config/telemetry/address'"),
        ("workspace.files./etc/passwd=x", "'/etc/passwd' does not match pattern"),
        ("alerts.duration=soon", "at '/alerts/duration'"),
        ("image.digest=sha256:1", "at '/image/digest'"),
    ];
}
