using System.Globalization;
using Spectre.Console;
using Triggers.Cli.Output;
using Triggers.Files.Output;
using Triggers.Language.Plan;
using Triggers.Model.Time;
using Triggers.Runtime.Scenarios;

namespace Triggers.Cli.Demo;

/// <summary>What the demo tells: what happened in the week, what went out, what was held back and why, and where to look next.</summary>
internal sealed class DemoReport(WorkspacePlan plan, RunSummary summary, DemoSamples samples, DemoFolder folder)
{
    /// <summary>Writes it.</summary>
    public void Write(Terminal terminal)
    {
        terminal.Say();
        terminal.Say($"{plan.Triggers.Count} triggers over a week of Larch & Loam, an outdoor shop that does not exist (2 to 8 March 2026):");
        terminal.Say($"{RunReport.Number(summary.Events)} clicks, orders, posts and profiles of {RunReport.Count(summary.Customers, "customer")}.");
        terminal.Say();
        foreach (var trigger in plan.Triggers)
        {
            terminal.Say($"  {trigger.Name,-15} {trigger.Label}");
        }

        terminal.Say();
        terminal.Say("What went out, and what was held back");
        terminal.Show(RunReport.TriggerTable(summary));
        Examples(terminal);
        Losses(terminal);
        Places(terminal);
    }

    private void Examples(Terminal terminal)
    {
        var sent = new Table().Border(TableBorder.Simple).AddColumns("When", "Customer", "Trigger", "Channel", "Address", "Offer");
        foreach (var message in samples.Messages.Values.OrderBy(m => m.DecidedAt))
        {
            sent.AddRow(Cells(When(message.DecidedAt), message.Identifier.Value, message.Trigger, message.Channel, message.Address, message.Offer));
        }

        var refused = new Table().Border(TableBorder.Simple).AddColumns("When", "Customer", "Trigger", "Why not");
        foreach (var decision in samples.Refusals.Values.OrderBy(d => d.DecidedAt))
        {
            refused.AddRow(Cells(When(decision.DecidedAt), decision.Identifier.Value, decision.Trigger, decision.Reason!));
        }

        terminal.Say("A message of each kind");
        terminal.Show(sent);
        terminal.Say("A refusal of each kind");
        terminal.Show(refused);
    }

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
        terminal.Say($"  triggers run {folder.Workspace} --events {folder.Events}/* --out again");
    }

    private static Text[] Cells(params string[] cells) => [.. cells.Select(c => new Text(c))];

    private static string When(Timestamp time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.UnixMilliseconds).AddHours(DemoWeek.HoursFromUtc).ToString("ddd HH:mm", CultureInfo.InvariantCulture);
}
