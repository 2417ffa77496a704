using System.Globalization;
using System.Text.Json;
using Triggers.Language.Workspaces;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Cli;

/// <summary>Runs over files in which all customers share a budget and codes, and compete with themselves.</summary>
public sealed class SharedLimitsTests
{
    private static readonly WorkspaceFiles Shop = Workspaces.Text(
        """
        === workspace.yaml
        name: shop
        zone: Etc/UTC
        currency: EUR
        === events.yaml
        events:
          page.viewed: { from: clicks, fields: { page: string } }
        mapping:
          clicks: { format: json, id: id, type: type, time: at, customer: { user: who } }
        === channels.yaml
        channels:
          push: { address: customer.id }
        === codes/gifts.yaml
        pool: gifts
        codes: [SPRING-1, SPRING-2, SPRING-3]
        === offers/o.yaml
        - { offer: gift, label: A gift, cost: 2.50 EUR, budget: { amount: 5 EUR, per: day }, codes: { pool: gifts } }
        - { offer: letter, label: A letter }
        === triggers/t.yaml
        - { trigger: gift, when: { start: page.viewed, where: event.page == "gift" }, send: { purpose: offer, offer: gift, channels: [push] } }
        - { trigger: letter, when: { start: page.viewed, where: event.page == "both" }, send: { purpose: offer, priority: 10, offer: letter, channels: [push] } }
        - { trigger: note, when: { start: page.viewed, where: event.page == "both" }, send: { purpose: offer, priority: 90, offer: letter, channels: [push] } }

        """);

    [Fact]
    public void What_is_left_of_budgets_and_codes_stands_in_the_report()
    {
        var run = Run(Shop, View(1, "anna", "gift", "10:00"), View(2, "ben", "gift", "10:01"), View(3, "cleo", "gift", "10:02"), View(4, "cleo", "gift", "34:00"), View(5, "dora", "gift", "34:01"));

        ApprovedText.Verify(run.Report[..run.Report.IndexOf("Results in", StringComparison.Ordinal)], "shared-limits");
        var summary = JsonDocument.Parse(run.Summary).RootElement;
        Assert.Equal("""{"offer gift":{"booked":2.50,"of":5}} {"gifts":{"given":3,"left":0}}""", Compact(summary, "budgets") + " " + Compact(summary, "pools"));
        Assert.Equal(["SPRING-1", "SPRING-2", "SPRING-3"], run.Messages.Select(line => line.Split("\"codes\":[\"")[1].Split('"')[0]));
    }

    [Fact]
    public void Messages_that_were_collected_compete_by_priority_when_their_time_has_come()
    {
        var run = Run(Shop.With(("policies.yaml", "collect: 5s\ngroups: { one: { triggers: [letter, note] } }\n")), View(1, "anna", "both", "10:00"), View(2, "ben", "gift", "10:01"));

        Assert.Equal("note", Assert.Single(run.Messages, line => line.Contains("user:anna", StringComparison.Ordinal)).Split("\"trigger\":\"")[1].Split('"')[0]);
    }

    private static string Compact(JsonElement summary, string property) => JsonSerializer.Serialize(summary.GetProperty(property));

    private static (string Report, string Summary, string[] Messages) Run(WorkspaceFiles files, params string[] events)
    {
        using var shell = new Shell();
        var (shop, clicks) = (shell.Write("shop", files), shell["clicks.jsonl"]);
        File.WriteAllLines(clicks, events);
        var report = shell.Run("run", shop, "--events", clicks, "--out", shell["out"]);
        var summary = shell.Run("run", shop, "--events", clicks, "--out", shell["out"], "--summary", "json");
        Assert.Equal((0, 0, ""), (report.ExitCode, summary.ExitCode, report.Error + summary.Error));
        return (report.Output, summary.Output, File.ReadAllLines(shell["out/messages.jsonl"]));
    }

    private static string View(int id, string who, string page, string time)
    {
        var clock = Array.ConvertAll(time.Split(':'), part => int.Parse(part, CultureInfo.InvariantCulture));
        var at = new DateTimeOffset(2026, 1, 12, 0, 0, 0, TimeSpan.Zero) + new TimeSpan(clock[0], clock[1], 0);
        return $$"""{"id":"e{{id}}","type":"page.viewed","at":"{{at:yyyy-MM-ddTHH:mm:ssZ}}","who":"{{who}}","page":"{{page}}"}""";
    }
}
