using System.Globalization;
using Spectre.Console;
using Triggers.Cli.Output;
using Triggers.Files.Output;
using Triggers.Language.Plan;
using Triggers.Model.Outbound;
using Triggers.Model.Time;
using Triggers.Model.Verdicts;
using Triggers.Runtime.Scenarios;

namespace Triggers.Cli.Demo;

/// <summary>What the demo tells: what happened in the week, what went out, what was held back and why, and where to look next.</summary>
internal sealed class DemoReport(WorkspacePlan plan, RunSummary summary, DemoSamples samples, DemoFolder folder)
{
    private readonly ReadableTimes _times = new(plan.Zone);

    /// <summary>Writes it.</summary>
    public void Write(Terminal terminal)
    {
        terminal.Say();
        terminal.Say($"{plan.Triggers.Count} triggers over a week of Larch & Loam, an outdoor shop that does not exist (2 to 8 March 2026):");
        terminal.Say($"{RunReport.Number(summary.Events)} clicks, orders, posts, complaints and chats of {RunReport.Count(summary.Customers, "customer")}.");
        terminal.Say();
        foreach (var trigger in plan.Triggers)
        {
            terminal.Say($"  {trigger.Name,-15} {trigger.Label}");
        }

        terminal.Say();
        terminal.Say("What went out");
        terminal.Show(RunReport.TriggerTable(summary));
        Examples(terminal);
        Losses(terminal);
        Places(terminal);
    }

    private void Examples(Terminal terminal)
    {
        var sent = new Table().Border(TableBorder.Simple).AddColumns("When", "Customer", "Trigger", "Channel", "What it says");
        foreach (var message in samples.Messages.Values.OrderBy(m => m.DecidedAt))
        {
            sent.AddRow(Cells(When(message.DecidedAt), message.Identifier.Value, message.Trigger, message.Channel, Text(message)));
        }

        terminal.Say("A message of each kind");
        terminal.Show(sent);
        terminal.Say("What did not go out, and why");
        terminal.Show(Stopped("Refused by", Outcome.Refused));
        terminal.Say("What only had to wait");
        terminal.Show(Stopped("Held by", Outcome.Held));
    }

    /// <summary>A row a gate, most often first, each with one example.</summary>
    private Table Stopped(string title, Outcome outcome)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(title).AddColumn(new TableColumn(new Text("times")).RightAligned()).AddColumn("One of them");
        foreach (var decision in samples.Stopped.Values.Where(d => d.Outcome == outcome).OrderByDescending(d => samples.CountOf(outcome, d.Gate!)))
        {
            var example = $"{decision.Trigger} for {decision.Identifier.Value}, {When(decision.DecidedAt)}. {_times.In(decision.Reason!)}";
            table.AddRow(Cells(decision.Gate!, RunReport.Number(samples.CountOf(outcome, decision.Gate!)), example));
        }

        return table;
    }

    private string Text(Message message) => message.Content.Count > 0
        ? message.Content[0].Value
        : plan.Messaging.Offers.FirstOrDefault(offer => offer.Name == message.Offer)?.Label ?? message.Offer;

    private void Losses(Terminal terminal)
    {
        terminal.Say("As in every real feed, not all is well");
        terminal.Say();
        terminal.Say($"  {RunReport.Number(summary.Duplicates),5} came twice and counted once");
        terminal.Say($"  {RunReport.Number(summary.Late),5} came too late, from a till without network: they start nothing, but end what waits");
        terminal.Say($"  {RunReport.Number(summary.Dead),5} are no events:");
        foreach (var letter in samples.Dead)
        {
            terminal.Say($"        {letter.Topic}, row {letter.Offset}: {letter.Reason}");
        }
    }

    private void Places(Terminal terminal)
    {
        terminal.Say();
        terminal.Say("Where everything is");
        terminal.Say();
        var width = folder.Workspace.Length + 2;
        terminal.Say($"  {folder.Workspace.PadRight(width)}the rules; open triggers/cart-left.yaml and change `wait: 30m`");
        terminal.Say($"  {folder.Events.PadRight(width)}the events, as each system writes them");
        terminal.Say($"  {folder.Results.PadRight(width)}{RunFolder.MessagesFile}, {RunFolder.DecisionsFile}, {RunFolder.DeadFile}, {RunFolder.LateFile}");
        terminal.Say();
        terminal.Say("What to try next");
        terminal.Say();
        terminal.Say($"  triggers check {folder.Workspace}");
        terminal.Say($"  triggers test {folder.Workspace}");
        terminal.Say($"  triggers explain-rule {folder.Workspace} cart-left");
        terminal.Say($"  triggers explain {folder.Results} --customer {Asked()}");
        terminal.Say($"  triggers run {folder.Workspace} --events {folder.Events}/* --out again");
    }

    /// <summary>Somebody who was refused something that can be asked about.</summary>
    private string Asked() => samples.Stopped.Values.Where(d => d.Outcome == Outcome.Refused).OrderByDescending(d => d.Gate == "cap").ThenBy(d => d.DecidedAt).First().Identifier.Value;

    private static Text[] Cells(params string[] cells) => [.. cells.Select(c => new Text(c))];

    private static string When(Timestamp time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.UnixMilliseconds).AddHours(DemoWeek.HoursFromUtc).ToString("ddd HH:mm", CultureInfo.InvariantCulture);
}
