using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Triggers.Cli.Output;

/// <summary>All decisions on one candidate in words: what became of it and why, what would have had to be different, when what happened, and what each gate saw at last.</summary>
/// <param name="times">The clock.</param>
/// <param name="folder">The folder of results, for commands to go on with.</param>
public sealed partial class DecisionStory(ReadableTimes times, string folder)
{
    /// <summary>The story.</summary>
    /// <param name="decisions">Of the same id, in the order in which they were made.</param>
    public string Tell(IReadOnlyList<JsonElement> decisions)
    {
        var last = decisions[^1];
        var text = new StringBuilder();
        var key = Text(last, "key") is { } found ? $", {found}" : "";
        text.Append($"{Text(last, "trigger")} for {Text(last, "identifier")}{key}: {Verdict(last)}\n");
        Line(text, Text(last, "reason") is { } reason ? times.In(reason) : "");
        Line(text, Text(last, "outcome") == "refused" ? GateWords.Remedy(Text(last, "gate")!) : "");
        foreach (var place in Items(last, "reserved"))
        {
            Line(text, Place(place, Text(last, "decidedAt")!));
        }

        Line(text, Text(last, "winner") is { } winner ? $"The winner: triggers explain {folder} --message {winner}" : "");
        Rows(text, $"What happened ({times.Zone}, and exactly)", Happened(decisions));
        Rows(text, "What the gates saw", [.. Items(last, "gates").Select(Gate)]);
        return text.Append(CultureInfo.InvariantCulture, $"\n  id {Text(last, "id")}, rules {Text(last, "rules")}\n").ToString();
    }

    private static string Verdict(JsonElement decision) => Text(decision, "outcome") switch
    {
        "sent" => $"sent{(Text(decision, "offer") is { } offer ? $" {offer}" : "")} by {Text(decision, "channel")}",
        "held" => $"held by `{Text(decision, "gate")}`",
        _ => $"not sent, refused by `{Text(decision, "gate")}`",
    };

    private static string Place(JsonElement place, string decidedAt)
    {
        var (name, amount) = (Text(place, "name"), Text(place, "amount"));
        var words = Text(place, "of") switch
        {
            "cap" => $"It counts under the cap `{name}`",
            "limit" => $"It counts toward the limit of the offer {name}",
            "broadcast" => $"It is one of the broadcasts on {name}",
            "budget" => $"It takes {amount ?? "one message"} of the budget `{name}`",
            "code" => $"It has the code {amount} of the pool {name}",
            var other => $"It takes a place of {other} {name}",
        };
        return Text(place, "at") is { } at && at != decidedAt ? $"{words}, at the time at which it is to go out." : $"{words}.";
    }

    private List<string[]> Happened(IReadOnlyList<JsonElement> decisions)
    {
        var first = decisions[0];
        var rows = new List<string[]> { Row(first, "startedAt", $"it began: {Cause(Text(first, "cause")!)}") };
        foreach (var step in Items(first, "then"))
        {
            rows.Add(["", $"it went on with the event {step.GetString()}", ""]);
        }

        rows.Add(Row(first, "dueAt", "it was due"));
        foreach (var decision in decisions)
        {
            rows.Add(Row(decision, "decidedAt", Step(decision)));
        }

        return rows;
    }

    private string Step(JsonElement decision) => Text(decision, "outcome") switch
    {
        "sent" => "it went out",
        "held" => $"held by `{Text(decision, "gate")}` {(Text(decision, "wakeAt") is { } wake ? $"until {times.Say(wake)}" : "until the customer's next event")}",
        _ => $"refused by `{Text(decision, "gate")}`",
    };

    private string[] Row(JsonElement decision, string field, string what) => [times.Say(Text(decision, field)!), what, Text(decision, field)!];

    private static string Cause(string cause) => WithoutEvent().Match(cause) is { Success: true } time
        ? time.Groups["what"].Value switch
        {
            "enters" => $"the customer came into {time.Groups["name"].Value}",
            "leaves" => $"the customer left {time.Groups["name"].Value}",
            _ => "its date or schedule came round",
        }
        : $"the event {cause}";

    private string[] Gate(JsonElement record)
    {
        var (gate, result) = (Text(record, "gate")!, Text(record, "result")!);
        var facts = GateWords.Facts(gate, result == "passed", Text(record, "input"), Text(record, "limit"));
        return [gate, GateWords.Of(gate).Asks, Text(record, "channel") ?? "", result.Replace('-', ' '), times.In(facts)];
    }

    private static void Line(StringBuilder text, string line)
    {
        if (line.Length > 0)
        {
            text.Append("  ").Append(line).Append('\n');
        }
    }

    private static void Rows(StringBuilder text, string title, List<string[]> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        text.Append("\n  ").Append(title).Append('\n');
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        foreach (var row in rows)
        {
            text.Append("    ").Append(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column])).Where((_, column) => widths[column] > 0)).TrimEnd()).Append('\n');
        }
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement owner, string name) => owner.TryGetProperty(name, out var items) ? items.EnumerateArray() : default;

    private static string? Text(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) ? value.GetString() : null;

    [GeneratedRegex(@"^(?:(?<what>enters|leaves) (?<name>\S+)|(?<what>calendar)) \d+$", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutEvent();
}
