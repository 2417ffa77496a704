using System.Text;
using Triggers.Engine.State;
using Triggers.Kafka;
using Triggers.Kafka.Reading;
using Triggers.Model.Time;
using Triggers.Redis;
using Triggers.Runtime.Contracts;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Scenarios;

namespace Triggers.Servers.Serving;

/// <summary>What is in Kafka and Redis against the fold of the log.</summary>
/// <param name="LogRecords">Records of the log.</param>
/// <param name="Messages">Messages a read_committed consumer sees.</param>
/// <param name="Missing">Messages of the fold that are not there.</param>
/// <param name="Doubled">Messages there more often than in the fold, or not of the fold at all.</param>
/// <param name="Disordered">Customers whose messages are not in the order of the fold.</param>
/// <param name="States">States in Redis.</param>
/// <param name="StatesDifferent">Customers whose state in Redis is not that of the changelog, or whose changelog is not the fold.</param>
/// <param name="AtRest">Every wait has ended, and every partition is stored up to the end of its log.</param>
internal sealed record LogComparison(long LogRecords, int Messages, int Missing, int Doubled, int Disordered, int States, int StatesDifferent, bool AtRest)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>True when nothing differs and nothing is under way.</summary>
    internal bool IsExact => AtRest && Missing == 0 && Doubled == 0 && Disordered == 0 && StatesDifferent == 0;

    /// <summary>Compares until everything is exact, at most for a minute and a half; returns the last comparison.</summary>
    internal static async Task<LogComparison> SettleAsync(LiveInstallation live)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var comparison = await CompareAsync(live);
        while (!comparison.IsExact && TimeProvider.System.GetElapsedTime(begun) < Patience)
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
            comparison = await CompareAsync(live);
        }

        return comparison;
    }

    private static async Task<LogComparison> CompareAsync(LiveInstallation live)
    {
        var options = live.Options;
        using var log = new KafkaLogDump(options.Kafka, live.Names);
        var fold = new LogFold(new());
        var output = new FoldOutput();
        foreach (var record in log.ReadAll())
        {
            fold.Fold(record, output);
        }

        var expected = ByCustomer(output.Steps.Messages.Select(m => (m.Customer.ToString(), Encoding.UTF8.GetString(MessageJson.Write(m)))));
        var actual = ByCustomer(live.Committed(live.Outbound).Select(r => (r.Message.Key, r.Message.Value)));
        var keys = expected.Keys.Union(actual.Keys).ToList();
        var (states, different, stored) = await CompareStatesAsync(live, fold);
        return new(
            fold.Records,
            actual.Values.Sum(m => m.Count),
            keys.Sum(k => Surplus(expected, actual, k)),
            keys.Sum(k => Surplus(actual, expected, k)),
            keys.Count(k => !expected.GetValueOrDefault(k, []).SequenceEqual(actual.GetValueOrDefault(k, []))),
            states,
            different,
            stored && fold.Partitions.SelectMany(p => fold.StatesOf(p).Values).All(blob => StateCodec.NextDeadlineOf(blob) == Timestamp.Never));
    }

    /// <summary>Redis against the changelog, and the changelog against the fold.</summary>
    private static async Task<(int States, int Different, bool Stored)> CompareStatesAsync(LiveInstallation live, LogFold fold)
    {
        await using var redis = await RedisStateStore.ConnectAsync(live.Options.Redis, null, CancellationToken.None);
        var bytes = ChangelogBytes(live);
        int states = 0, different = 0;
        var stored = true;
        foreach (var partition in fold.Partitions)
        {
            var stamp = await redis.StampAsync(partition, CancellationToken.None);
            stored &= stamp.Applied == fold.RecordOf(partition).Applied;
            var folded = fold.StatesOf(partition);
            var inRedis = new Dictionary<string, byte[]>();
            await foreach (var entry in redis.ScanAsync(partition))
            {
                inRedis.Add(entry.Customer.ToString(), entry.Blob!);
            }

            var inLog = bytes.GetValueOrDefault(partition, []);
            states += inRedis.Count;
            different += inRedis.Keys.Union(inLog.Keys).Count(k => !Same(inRedis.GetValueOrDefault(k), inLog.GetValueOrDefault(k)));
            different += folded.Count(f => !Same(f.Value, inLog.GetValueOrDefault(f.Key.ToString())));
        }

        return (states, different, stored);
    }

    private static Dictionary<int, Dictionary<string, byte[]>> ChangelogBytes(LiveInstallation live)
    {
        using var ports = KafkaPorts.ConnectAsync(live.Options.Kafka, live.Names, [], []).GetAwaiter().GetResult();
        var all = new Dictionary<int, Dictionary<string, byte[]>>();
        for (var partition = 0; partition < ports.Partitions; partition++)
        {
            var (first, end) = ports.Changelog.Watermarks(partition, TimeSpan.FromSeconds(10));
            var states = all[partition] = [];
            var records = new List<Triggers.Runtime.Ports.ChangelogRecord>();
            using var reading = ports.Changelog.Read(partition, first);
            for (var next = first; next < end;)
            {
                records.Clear();
                next = reading.Poll(TimeSpan.FromMilliseconds(200), 10_000, records);
                foreach (var record in records.Where(r => !r.Key.Span.SequenceEqual(PartitionRecord.Key)))
                {
                    states[Encoding.ASCII.GetString(record.Key.Span)] = record.Value!;
                }
            }
        }

        return all;
    }

    private static Dictionary<string, List<string>> ByCustomer(IEnumerable<(string Customer, string Message)> messages) =>
        messages.GroupBy(m => m.Customer, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(m => m.Message).ToList());

    /// <summary>How many messages of a customer are in <paramref name="these"/> beyond those in <paramref name="those"/>.</summary>
    private static int Surplus(Dictionary<string, List<string>> these, Dictionary<string, List<string>> those, string customer)
    {
        var left = those.GetValueOrDefault(customer, []).GroupBy(m => m).ToDictionary(g => g.Key, g => g.Count());
        return these.GetValueOrDefault(customer, []).GroupBy(m => m).Sum(g => Math.Max(0, g.Count() - left.GetValueOrDefault(g.Key)));
    }

    private static bool Same(byte[]? left, byte[]? right) => left is not null && right is not null && left.AsSpan().SequenceEqual(right);
}
