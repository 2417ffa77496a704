using System.Globalization;
using System.Text.Json;
using Triggers.Load.Table;

namespace Triggers.Load;

/// <summary><c>table [--events N] [--only T5] [--json]</c>: the ratios that the targets speak of, each with what is aimed at and how far it comes.</summary>
internal static class TableLoad
{
    /// <summary>Measures row by row and prints; the exit code, 0 whatever the figures are.</summary>
    internal static int Run(int count, string? only, bool asJson)
    {
        var rows = new List<TableRow>();
        foreach (var row in Rows(count).Where(row => only is null || row.Id.StartsWith(only, StringComparison.Ordinal)))
        {
            var result = row.Measure();
            rows.Add(TableRow.Of(row, result));
            if (!asJson)
            {
                Print(row, result);
            }
        }

        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { rows }, JsonSerializerOptions.Web));
        }

        return 0;
    }

    private static IEnumerable<IRatio> Rows(int count)
    {
        yield return new ManyRules(count);
        yield return new MatchingOverDelegates();
        var events = LoadEvents.First(count);
        yield return new EngineOverTokens(events);
        yield return new AllocatedBytes(events);
        yield return new CacheOverObjects();
        yield return new PublicationGap();
        foreach (var workload in (string[])["cart", "rules-10", "rules-100", "rules-1000", "rules-10000"])
        {
            yield return new OwnThroughput(workload, events);
        }
    }

    private static void Print(IRatio row, RatioResult result)
    {
        var (target, unit) = (row.Target, row.Target.Unit.Length > 0 ? $" {row.Target.Unit}" : "");
        var bound = target.IsMost ? "≤" : "≥";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {row.Id,-16} {result.Ratio,9:0.00}{unit,-3} {target.Mark(result.Ratio),-9} {row.What}
                             first {bound} {target.First}{unit}, goal {bound} {target.Goal}{unit}, moonshot {bound} {target.Moonshot}{unit}
            """));
        foreach (var line in result.Beside)
        {
            Console.WriteLine($"                 {line}");
        }
    }
}
