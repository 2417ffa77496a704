using Triggers.Engine;
using Triggers.Kafka.Reading;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Scenarios;
using Triggers.Servers.Fixtures;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Servers.Serving;

/// <summary>Three hours of a shop's real clicks, served live in a minute and a half, against the log repeated from a file.</summary>
[Collection(ServerCollection.Name)]
public sealed class ClickReplayTests(ServerSet servers)
{
    private const double Compression = 120;

    [ServerDataFact("rees46-clickstream/rees46_2019-10-01_head.csv.gz")]
    public async Task Real_clicks_served_live_give_the_messages_of_the_log_repeated_from_a_file()
    {
        using var live = new LiveInstallation(servers, Workspace, partitions: 4);
        var worker = live.Serve(live.Names.Prefix + "-a");
        var produced = new ClickReplay(SharedData.PathOf("rees46-clickstream/rees46_2019-10-01_head.csv.gz")!, Compression).Produce(live);
        var comparison = await LogComparison.SettleAsync(live);
        var (messages, ended) = Fold(live);
        var places = live.Committed(live.Names.Events).Select(SourceOrigin.Of).Where(p => p is not null).ToList();
        var dead = live.Committed(live.Names.Dead).Count;
        ResultFile.Write("clicks-live.json", new { produced, inLog = places.Count, dead, messages, runsEndedByPurchase = ended, comparison });

        Assert.True(comparison.IsExact, $"{comparison}{Environment.NewLine}{live.Journal()}");
        Assert.Equal(produced, places.Distinct().Count() + dead);
        Assert.Equal(produced, places.Count + dead);
        Assert.True(messages >= 40, $"{messages} messages");
        Assert.True(ended >= 50, $"{ended} runs ended by a purchase");
        var committed = live.Committed(live.Outbound).Select(r => r.Message.Value).Order(StringComparer.Ordinal);
        Assert.Equal(RepeatedLog.Run(live).Order(StringComparer.Ordinal), committed);
        Assert.Equal(0, worker.Stop());
    }

    /// <summary>The workspace of the file scenario: other topics, JSON instead of CSV, and a wait of five seconds for ten minutes.</summary>
    private static Dictionary<string, string> Workspace((string Source, string Outbound) topics)
    {
        var folder = Path.Combine(Repository.Root, "tests", "Scenarios", "rees46");
        return Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(folder, file),
            file => string.Join('\n', File.ReadLines(file).Select(line => Changed(line, topics))));
    }

    private static string Changed(string line, (string Source, string Outbound) topics) => line.Trim() switch
    {
        "wait: 10m" => line.Replace("10m", "5s", StringComparison.Ordinal),
        "format: csv" => line.Replace("csv", "json", StringComparison.Ordinal),
        "clicks:" => line.Replace("clicks", topics.Source, StringComparison.Ordinal),
        "address: customer.id" => $"{line}\n{line.Replace("address: customer.id", $"topic: {topics.Outbound}", StringComparison.Ordinal)}",
        var text when text.StartsWith("time: ", StringComparison.Ordinal) => line[..line.IndexOf("time:", StringComparison.Ordinal)] + "time: event_time",
        _ => line.Replace("from: clicks", $"from: {topics.Source}", StringComparison.Ordinal),
    };

    private static (int Messages, int Ended) Fold(LiveInstallation live)
    {
        using var log = new KafkaLogDump(live.Options.Kafka, live.Names);
        var fold = new LogFold(new());
        var output = new FoldOutput();
        foreach (var record in log.ReadAll())
        {
            fold.Fold(record, output);
        }

        return (output.Steps.Messages.Count, output.Steps.Runs.Count(run => run.Kind == RunChangeKind.Ended));
    }
}
