using System.Globalization;
using Spectre.Console;
using Triggers.Engine.State;
using Triggers.Files.Output;
using Triggers.Language.Calendars;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;
using Triggers.Runtime.Scenarios;

namespace Triggers.Cli.Output;

/// <summary>A run's summary for people: what was read, what each trigger sent and held back, where the files are.</summary>
public static class RunReport
{
    /// <summary>Writes the summary.</summary>
    public static void Write(RunSummary summary, string folder, Terminal terminal)
    {
        terminal.Say();
        terminal.Say($"{Count(summary.Records, "record")} read: {Count(summary.Events, "event")} of {Count(summary.Customers, "customer")}{Losses(summary)}.");
        terminal.Show(TriggerTable(summary));
        if (summary.Triggers.Values.Any(tally => tally.Refused.Total > 0))
        {
            terminal.Show(RefusalTable(summary));
        }

        SayCrowds(summary, terminal);
        if (summary.Segments.Count > 0)
        {
            terminal.Show(SegmentTable(summary));
        }

        if (summary.Budgets.Count > 0)
        {
            terminal.Show(BudgetTable(summary));
        }

        if (summary.Pools.Count > 0)
        {
            terminal.Show(PoolTable(summary));
        }

        terminal.Say($"Results in {folder}");
        SayFile(terminal, RunFolder.MessagesFile, "what goes to the channels", 1);
        SayFile(terminal, RunFolder.DecisionsFile, "why, and why not, for every candidate", 1);
        SayFile(terminal, RunFolder.DeadFile, "records that are no events, each with the reason", summary.Dead);
        SayFile(terminal, RunFolder.LateFile, "events that came too late", summary.Late);
        terminal.Say();
        var seconds = summary.Elapsed.TotalSeconds;
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s, {(seconds > 0 ? summary.Events / seconds : 0):N0} events a second"));
    }

    /// <summary>One row a trigger: messages by channel and in all, and how many were refused.</summary>
    public static Table TriggerTable(RunSummary summary)
    {
        var channels = summary.Triggers.Values.SelectMany(t => t.Channels.Names).Distinct().Order(StringComparer.Ordinal).ToList();
        var table = new Table().Border(TableBorder.Simple).AddColumn("Trigger");
        foreach (var title in channels.Append("sent").Append("refused"))
        {
            table.AddColumn(new TableColumn(new Text(title)).RightAligned());
        }

        foreach (var (name, tally) in summary.Triggers)
        {
            var counts = channels.Select(c => tally.Channels[c]).Append(tally.Messages).Append(tally.Refused.Total);
            table.AddRow(counts.Select(count => new Text(count == 0 ? "-" : Number(count))).Prepend(new Text(name)));
        }

        return table;
    }

    /// <summary>One row a trigger that was refused anything: the gates, most often first.</summary>
    public static Table RefusalTable(RunSummary summary)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Trigger", "Refused by");
        foreach (var (name, tally) in summary.Triggers.Where(trigger => trigger.Value.Refused.Total > 0))
        {
            var gates = tally.Refused.Names.OrderByDescending(gate => tally.Refused[gate]).Select(gate => $"{gate} {Number(tally.Refused[gate])}");
            table.AddRow(new Text(name), new Text(string.Join(", ", gates)));
        }

        return table;
    }

    /// <summary>One row a segment or stage: how often customers came in and left.</summary>
    public static Table SegmentTable(RunSummary summary)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Segment");
        table.AddColumn(new TableColumn(new Text("entered")).RightAligned()).AddColumn(new TableColumn(new Text("left")).RightAligned());
        foreach (var (name, tally) in summary.Segments)
        {
            table.AddRow(new Text(name), new Text(Number(tally.Entered)), new Text(Number(tally.Left)));
        }

        return table;
    }

    /// <summary>One row a budget: what is spent or reserved, of how much.</summary>
    public static Table BudgetTable(RunSummary summary)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Budget");
        table.AddColumn(new TableColumn(new Text("booked")).RightAligned()).AddColumn(new TableColumn(new Text("of")).RightAligned());
        foreach (var (name, tally) in summary.Budgets)
        {
            var period = tally.Budget.Per is { } per ? $" per {per.ToString().ToLowerInvariant()}" : "";
            var since = tally.Period == Timestamp.Beginning ? "" : $" (since {LocalTimeText.Write(tally.Period, summary.Zone).Split(' ')[0]})";
            table.AddRow(new Text(name), new Text(Amount(tally.Budget, tally.Booked) + since), new Text(Amount(tally.Budget, tally.Budget.Limit) + period));
        }

        return table;
    }

    /// <summary>One row a code pool: codes given out and left.</summary>
    public static Table PoolTable(RunSummary summary)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Code pool");
        table.AddColumn(new TableColumn(new Text("given")).RightAligned()).AddColumn(new TableColumn(new Text("left")).RightAligned());
        foreach (var (name, tally) in summary.Pools)
        {
            table.AddRow(new Text(name), new Text(Number(tally.Given)), new Text(Number(tally.Left)));
        }

        return table;
    }

    /// <summary>With thousands separated.</summary>
    public static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>For instance <c>1,234 events</c>.</summary>
    public static string Count(long count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Amount(BudgetPlan budget, decimal amount) =>
        budget.Amount is { } money ? string.Create(CultureInfo.InvariantCulture, $"{amount:N2} {money.Currency}") : Count((long)amount, "message");

    private static void SayCrowds(RunSummary summary, Terminal terminal)
    {
        var crowds = summary.Triggers.Where(trigger => trigger.Value.Crowded > 0).ToList();
        foreach (var (name, tally) in crowds)
        {
            terminal.Say($"{Count(tally.Crowded, "start")} of {name} began no run: {Number(CustomerState.MostRuns)} of the customer waited.");
        }

        if (crowds.Count > 0)
        {
            terminal.Say();
        }
    }

    private static void SayFile(Terminal terminal, string name, string what, long lines)
    {
        if (lines > 0)
        {
            terminal.Say($"  {name,-16} {what}");
        }
    }

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
