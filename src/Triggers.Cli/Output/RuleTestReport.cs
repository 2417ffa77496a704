using System.Globalization;
using System.Text;
using Triggers.Runtime.Scenarios.RuleTests;

namespace Triggers.Cli.Output;

/// <summary>Results of rule tests for people: one line a test, and under a failed one what came, what was expected, and why.</summary>
public static class RuleTestReport
{
    /// <summary>The report, by file.</summary>
    public static string Write(string folder, IReadOnlyList<RuleTestResult> results)
    {
        if (results.Count == 0)
        {
            return $"{folder} has no tests. Add a file under tests/ with `test`, `given` and `expect`.\n";
        }

        var text = new StringBuilder();
        foreach (var file in results.GroupBy(result => result.Test.Place.Source.Name, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Path.Combine(folder, file.Key).Replace('\\', '/')}\n");
            foreach (var result in file)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {(result.Passed ? "ok  " : "FAIL")}  {result.Test.Name}\n");
                Append(text, result.Differences);
            }

            text.Append('\n');
        }

        var failed = results.Count(result => !result.Passed);
        return text.Append(CultureInfo.InvariantCulture, $"{RunReport.Count(results.Count, "test")}: {results.Count - failed} passed, {failed} failed.\n").ToString();
    }

    /// <summary>Differences as lines, each with its reasons below.</summary>
    internal static void Append(StringBuilder text, IReadOnlyList<RuleTestDifference> differences)
    {
        foreach (var (what, place, why) in differences)
        {
            var line = place is { } at ? string.Create(CultureInfo.InvariantCulture, $"line {at.Source.Position(at.Start).Line}: ") : "";
            text.Append(CultureInfo.InvariantCulture, $"        {line}{what}\n");
            foreach (var sentence in why)
            {
                text.Append(CultureInfo.InvariantCulture, $"          {sentence}\n");
            }
        }
    }
}
