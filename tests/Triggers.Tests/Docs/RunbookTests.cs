using System.Text.RegularExpressions;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Docs;

/// <summary>Every alert has its section in the runbook, which says what it means, what to look at and what to do; and no section is left over.</summary>
public sealed class RunbookTests
{
    private static readonly Document Runbook = Document.Of("docs/runbook.md");
    private static readonly string Alerts = File.ReadAllText(Repository.PathOf("helm", "triggers", "alerts", "triggers.yaml"));

    [Fact]
    public void Every_alert_leads_to_its_section_and_every_section_is_of_an_alert()
    {
        var alerts = Regex.Matches(Alerts, "- alert: ([A-Za-z]+)").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(alerts.Order(), Regex.Matches(Runbook.Text, "^## (.+)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value).Order());
        Assert.Equal(alerts.Select(alert => alert.ToLowerInvariant()), Regex.Matches(Alerts, "runbook_url: RUNBOOK#([a-z]+)").Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void Every_section_says_what_it_means_what_to_look_at_and_what_to_do()
    {
        foreach (var section in Runbook.Text.Split("\n## ").Skip(1))
        {
            var parts = Regex.Matches(section, @"^\*\*([A-Za-z ]+)\.\*\* ", RegexOptions.Multiline).Select(match => match.Groups[1].Value);
            Assert.Equal($"{section.Split('\n')[0]}: Means, Look at, Do", $"{section.Split('\n')[0]}: {string.Join(", ", parts)}");
        }
    }

    [Fact]
    public void Every_alert_has_a_severity_and_a_summary_and_takes_its_durations_from_the_one_value()
    {
        foreach (var alert in Alerts.Split("- alert: ").Skip(1))
        {
            Assert.Matches("labels: { severity: (critical|warning) }", alert);
            Assert.Contains("summary: ", alert, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"for: (?!DURATION)|\[(?!DURATION)[^\]]*\]", alert);
        }
    }
}
