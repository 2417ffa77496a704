using System.Text;
using Triggers.Language.Calendars;
using Triggers.Language.Workspaces.Values;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Cli.Output;

/// <summary>Values of traits for people who do not know how conditions write them: texts without quotes, lists without brackets, lengths of time in words, times on a clock.</summary>
public static class TraitText
{
    private const int MostEntries = 10;

    /// <summary>One value; of lists and maps the first ten entries.</summary>
    public static string Write(Value value, string zone) => value.Kind switch
    {
        ValueKind.String => value.AsString.Length == 0 ? "(empty)" : Printable(value.AsString),
        ValueKind.Bool => value.AsBool ? "yes" : "no",
        ValueKind.Timestamp => LocalTimeText.Write(new((value.Seconds * 1000) + (value.Nanoseconds / 1_000_000)), zone),
        ValueKind.Duration when value.Seconds >= 0 => DurationText.Say(TimeSpan.FromSeconds(value.Seconds)),
        ValueKind.List => Entries(value.AsList.Select(element => Write(element, zone)), value.AsList.Count),
        ValueKind.Map => Entries(value.AsMap.Select(entry => $"{Write(entry.Key, zone)}: {Write(entry.Value, zone)}").Order(StringComparer.Ordinal), value.AsMap.Count),
        _ => Printable(ValueText.Write(value)),
    };

    /// <summary>The text with signs in place of what would move a terminal's cursor.</summary>
    public static string Printable(string text) => text.Any(char.IsControl) ? new StringBuilder().AppendJoin("", text.Select(c => char.IsControl(c) ? '\uFFFD' : c)).ToString() : text;

    private static string Entries(IEnumerable<string> entries, int count) => count == 0 ? "(none)"
        : string.Join(", ", entries.Take(MostEntries)) + (count > MostEntries ? $" and {RunReport.Number(count - MostEntries)} more" : "");
}
