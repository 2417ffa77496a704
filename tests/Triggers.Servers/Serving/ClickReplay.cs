using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Confluent.Kafka;

namespace Triggers.Servers.Serving;

/// <summary>Real clicks (REES46) produced as if they happened now: shifted to the present, compressed, each at its time.</summary>
internal sealed class ClickReplay(string file, double compression)
{
    private const string TimeForm = "yyyy-MM-dd HH:mm:ss 'UTC'";

    /// <summary>The shop's events.</summary>
    internal static string[] Types { get; } = ["view", "cart", "purchase"];

    /// <summary>Produces every row; returns how many. Takes the file's length in time divided by the compression.</summary>
    internal long Produce(LiveInstallation live)
    {
        using var producer = live.OpenProducer();
        var rows = Rows();
        var first = TimeOf(rows[0]);
        var begun = DateTimeOffset.UtcNow;
        foreach (var row in rows)
        {
            var at = begun + ((TimeOf(row) - first) / compression);
            if (at - DateTimeOffset.UtcNow is { Ticks: > 0 } early)
            {
                Thread.Sleep(early);
            }

            producer.Produce(live.Source, new() { Key = row["user_id"], Value = Json(row, at) });
        }

        producer.Flush(CancellationToken.None);
        return rows.Count;
    }

    private List<Dictionary<string, string>> Rows()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress), Encoding.UTF8);
        var names = reader.ReadLine()!.Split(',');
        var rows = new List<Dictionary<string, string>>();
        while (reader.ReadLine() is { } line)
        {
            rows.Add(names.Zip(line.Split(',')).ToDictionary(f => f.First, f => f.Second));
        }

        return rows;
    }

    private static DateTimeOffset TimeOf(Dictionary<string, string> row) =>
        DateTimeOffset.ParseExact(row["event_time"], TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static byte[] Json(Dictionary<string, string> row, DateTimeOffset at)
    {
        var fields = row.Where(f => f.Value.Length > 0).ToDictionary(f => f.Key, f => (object)f.Value);
        fields["event_time"] = at.ToString("O", CultureInfo.InvariantCulture);
        fields["product_id"] = long.Parse(row["product_id"], CultureInfo.InvariantCulture);
        fields["category_id"] = long.Parse(row["category_id"], CultureInfo.InvariantCulture);
        fields["price"] = decimal.Parse(row["price"], CultureInfo.InvariantCulture);
        return JsonSerializer.SerializeToUtf8Bytes(fields);
    }
}
