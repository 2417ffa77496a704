using System.Text.Json;
using Triggers.Files.Output;
using Triggers.Files.Sources;
using Triggers.Language.Plan;
using Triggers.Runtime.Scenarios;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Scenarios;

/// <summary>Real clicks of an electronics shop against counts that were computed independently of this project.</summary>
public sealed class Rees46Tests
{
    private const string Clicks = "rees46-clickstream/rees46_2019-10-01_head.csv.gz";

    private static readonly JsonElement Expected = ReadExpected();

    [SharedDataFact(Clicks)]
    public void Carts_left_for_two_minutes_until_the_last_event() => Verify("2m", "last", "2", "fired_by_last_event");

    [SharedDataFact(Clicks)]
    public void Carts_left_for_two_minutes_when_the_clock_runs_on() => Verify("2m", "end", "2", "fired_if_clock_runs_on");

    [SharedDataFact(Clicks)]
    public void Carts_left_for_ten_minutes_until_the_last_event() => Verify("10m", "last", "10", "fired_by_last_event");

    [SharedDataFact(Clicks)]
    public void Carts_left_for_ten_minutes_when_the_clock_runs_on() => Verify("10m", "end", "10", "fired_if_clock_runs_on");

    [SharedDataFact(Clicks)]
    public void Carts_left_for_two_minutes_in_a_visit_are_those_a_plain_loop_counts() => VerifyVisits("2m", TimeSpan.FromMinutes(2));

    [SharedDataFact(Clicks)]
    public void Carts_left_for_ten_minutes_in_a_visit_are_those_a_plain_loop_counts() => VerifyVisits("10m", TimeSpan.FromMinutes(10));

    private static void Verify(string wait, string until, string minutes, string expected)
    {
        using var folder = new TemporaryFolder();
        var run = Run(Plan(wait), RunUntil.Parse(until)!, folder.Path);

        var counts = Expected.GetProperty("abandon_by_user_id").GetProperty(minutes);
        var fired = counts.GetProperty(expected).GetInt32();
        Assert.All(File.ReadLines(folder[RunFolder.MessagesFile]), line => Assert.Empty(ContractSchema.Message.Mistakes(line)));
        var written = Messages(folder, "cart-left");
        Assert.Equal(
            (Expected.GetProperty("rows").GetInt64(), Expected.GetProperty("rows").GetInt64(), Expected.GetProperty("users").GetInt32(), 0L, 0L, 0L, (long)fired, fired),
            (run.Records, run.Events, run.Customers, run.Duplicates, run.Late, run.Dead, run.Triggers["cart-left"].Messages, written.Count));
        Assert.Equal(fired, written.Select(message => message.GetProperty("id").GetString()).Distinct().Count());
    }

    private static void VerifyVisits(string wait, TimeSpan length)
    {
        const string trigger = "cart-left-in-visit";
        using var folder = new TemporaryFolder();
        var plan = Plan(wait);
        var expected = VisitCount.Of(SharedData.PathOf(Clicks)!, length);
        Assert.True(expected is { Fired: > 0, Open: > 0 }, "The data should have carts that are left, and some that still wait at the end.");

        Run(plan, RunUntil.Last, folder.Path);
        var fired = Messages(folder, trigger);
        Run(plan, RunUntil.End, folder.Path);
        var inAll = Messages(folder, trigger).Count;

        Assert.Equal(expected, new(fired.Count, fired.Select(message => message.GetProperty("key").GetString()).Distinct().Count(), inAll - fired.Count));
    }

    private static WorkspacePlan Plan(string wait)
    {
        var files = Workspaces.Folder("tests", "Scenarios", "rees46");
        return files.With([.. files.Files.Where(file => file.Key.StartsWith("triggers/", StringComparison.Ordinal))
            .Select(file => (file.Key, (string?)file.Value.Replace("wait: 10m", $"wait: {wait}", StringComparison.Ordinal)))]).Plan();
    }

    private static List<JsonElement> Messages(TemporaryFolder folder, string trigger) =>
    [
        .. File.ReadLines(folder[RunFolder.MessagesFile]).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(message => message.GetProperty("trigger").GetString() == trigger),
    ];

    private static RunSummary Run(WorkspacePlan plan, RunUntil until, string folder)
    {
        using var feed = new EventFiles([new("clicks", SharedData.PathOf(Clicks)!)], plan.Catalogue);
        using var results = new RunFolder(folder);
        var run = new FileRun(plan, until, results);
        run.Execute(feed, TimeProvider.System);
        return run.Summary;
    }

    private static JsonElement ReadExpected() => SharedData.PathOf("rees46-clickstream/expected.json") is { } path
        ? JsonDocument.Parse(File.ReadAllBytes(path)).RootElement
        : default;
}
