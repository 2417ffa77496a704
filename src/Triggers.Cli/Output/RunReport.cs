using System.Globalization;
using Spectre.Console;
using Triggers.Files.Output;
using Triggers.Runtime.Scenarios;

namespace Triggers.Cli.Output;

/// <summary>A run's summary for people: what was read, what each trigger sent and held back, where the files are.</summary>
public static class RunReport
{
    /// <summary>Writes the summary.</summary>
    public static void Write(RunSummary summary, string folder, Terminal terminal)
    {
        var rich = terminal.Rich();
        rich.WriteLine();
        rich.WriteLine($"{Count(summary.Records, "record")} read: {Count(summary.Events, "event")} of {Count(summary.Customers, "customer")}{Losses(summary)}.");
        rich.WriteLine();
        rich.Write(TriggerTable(summary));
        rich.WriteLine();
        rich.WriteLine($"Results in {folder}");
        WriteFile(rich, RunFolder.MessagesFile, "what goes to the channels", 1);
        WriteFile(rich, RunFolder.DecisionsFile, "why, and why not, for every candidate", 1);
        WriteFile(rich, RunFolder.DeadFile, "records that are no events, each with the reason", summary.Dead);
        WriteFile(rich, RunFolder.LateFile, "events that came too late", summary.Late);
        var seconds = summary.Elapsed.TotalSeconds;
        rich.WriteLine();
        rich.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s, {(seconds > 0 ? summary.Events / seconds : 0):N0} events a second"));
    }

    /// <summary>One row a trigger and channel, with the gates that refused.</summary>
    public static Table TriggerTable(RunSummary summary)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Trigger").AddColumn("Channel")
            .AddColumn(new TableColumn("Messages").RightAligned()).AddColumn("Refused");
        foreach (var (name, tally) in summary.Triggers)
        {
            var refused = string.Join(", ", tally.Refused.Select(r => $"{r.Key} {Number(r.Value)}"));
            var channels = tally.Channels.Count == 0 ? [KeyValuePair.Create("", 0L)] : tally.Channels.ToList();
            for (var i = 0; i < channels.Count; i++)
            {
                table.AddRow(new Text(i == 0 ? name : ""), new Text(channels[i].Key), new Text(Number(channels[i].Value)), new Text(i == 0 ? refused : ""));
            }
        }

        return table;
    }

    /// <summary>One file with what it holds; nothing when it holds nothing.</summary>
    public static void WriteFile(IAnsiConsole rich, string name, string what, long lines)
    {
        if (lines > 0)
        {
            rich.WriteLine($"  {name,-16} {what}");
        }
    }

    /// <summary>With thousands separated.</summary>
    public static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>For instance <c>1,234 events</c>.</summary>
    public static string Count(long count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Losses(RunSummary summary)
    {
        var losses = new List<string>();
        Add(summary.Duplicates, "came twice");
        Add(summary.Late, "came too late");
        Add(summary.Dead, summary.Dead == 1 ? "record is no event" : "records are no events");
        return losses.Count == 0 ? "" : $"; {string.Join(", ", losses)}";

        void Add(long count, string what)
        {
            if (count > 0)
            {
                losses.Add($"{Number(count)} {what}");
            }
        }
    }
}
