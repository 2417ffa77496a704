using System.Text.RegularExpressions;
using Triggers.Hosting.Options;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Chart;

/// <summary>The chart and the container file say what the program says.</summary>
public sealed class ChartDefaultsTests
{
    [Fact]
    public void Defaults_of_the_chart_are_those_of_the_program()
    {
        var config = ChartValues.Config();
        Assert.Empty(config.Keys.Except(ChartValues.Settings.Keys));
        Assert.Empty(config
            .Where(value => !ChartValues.Deviations.ContainsKey(value.Key) && ChartValues.Settings[value.Key] != value.Value)
            .Select(value => $"{value.Key} is {value.Value} in values.yaml; the program's default is {ChartValues.Settings[value.Key]}"));
        Assert.All(ChartValues.Deviations.Keys, name => Assert.NotEqual(ChartValues.Settings[name], config[name]));
    }

    [Fact]
    public void Every_setting_with_a_default_is_in_the_values() => Assert.Equal(
        ChartValues.Settings.Where(setting => setting.Value != "none" && !ChartValues.ByEnvironment.ContainsKey(setting.Key)).Select(setting => setting.Key).Append("kafka.bootstrapServers").Order(),
        ChartValues.Config().Keys.Order());

    [Fact]
    public void The_schema_knows_every_setting_but_those_that_come_by_the_environment() =>
        Assert.Equal(ChartValues.Settings.Keys.Except(ChartValues.ByEnvironment.Keys).Order(), ChartValues.InSchema().Order());

    [Fact]
    public void The_container_runs_as_the_user_and_with_the_program_that_the_chart_names()
    {
        var container = File.ReadAllText(Repository.PathOf("Containerfile"));
        var names = File.ReadAllText(Repository.PathOf("helm", "triggers", "templates", "_names.tpl"));
        var workload = File.ReadAllText(Repository.PathOf("helm", "triggers", "templates", "statefulset.yaml"));
        Assert.Contains("USER 10001:10001\n", container, StringComparison.Ordinal);
        Assert.Equal(["10001"], Regex.Matches(names, "runAs(?:User|Group): ([0-9]+)").Select(match => match.Groups[1].Value).Distinct());
        Assert.Contains("ENTRYPOINT [\"dotnet\", \"/app/Triggers.Cli.dll\"]", container, StringComparison.Ordinal);
        Assert.Contains("command: [dotnet, /app/Triggers.Cli.dll]", workload, StringComparison.Ordinal);
        Assert.Contains($"EXPOSE {new TelemetryOptions().Endpoint!.Port}\n", container, StringComparison.Ordinal);
        Assert.All(Regex.Matches(container, @"^COPY (?!--from)(.+) \S+$", RegexOptions.Multiline).SelectMany(match => match.Groups[1].Value.Split(' ')),
            source => Assert.True(Path.Exists(Repository.PathOf(source)), $"{source} is copied and not there."));
    }
}
