using System.Globalization;
using System.Text;

namespace Triggers.Language.Text;

/// <summary>Writes diagnostics in one of the formats of <see cref="DiagnosticFormat"/>. Lines end with <c>\n</c> everywhere.</summary>
public static class DiagnosticText
{
    /// <summary>All of <paramref name="diagnostics"/>, in their order; the empty text when there are none (in JSON an empty array).</summary>
    public static string Write(IReadOnlyList<Diagnostic> diagnostics, DiagnosticFormat format) => format switch
    {
        DiagnosticFormat.Json => DiagnosticJson.Write(diagnostics),
        DiagnosticFormat.Github => string.Concat(diagnostics.Select(GithubCommand)),
        _ => Text(diagnostics),
    };

    /// <summary>For instance <c>2 errors and 1 warning</c>.</summary>
    public static string Count(IReadOnlyList<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Count(d => d.Severity == Severity.Error);
        var warnings = diagnostics.Count - errors;
        return (errors, warnings) switch
        {
            (_, 0) => Plural(errors, "error"),
            (0, _) => Plural(warnings, "warning"),
            _ => $"{Plural(errors, "error")} and {Plural(warnings, "warning")}",
        };
    }

    internal static string Word(Severity severity) => severity == Severity.Error ? "error" : "warning";

    private static string Plural(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Text(IReadOnlyList<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in diagnostics)
        {
            var (line, column) = diagnostic.Span.Source.Position(diagnostic.Span.Start);
            text.Append(CultureInfo.InvariantCulture, $"{diagnostic.Span.Source.Name}:{line}:{column}: ")
                .Append(CultureInfo.InvariantCulture, $"{Word(diagnostic.Severity)} {diagnostic.Code}: {diagnostic.Message}\n");
            SourceExcerpt.Append(text, diagnostic.Span);
            text.Append("  ").Append(diagnostic.Remedy).Append("\n\n");
        }

        return text.ToString();
    }

    private static string GithubCommand(Diagnostic diagnostic)
    {
        var source = diagnostic.Span.Source;
        var (line, column) = source.Position(diagnostic.Span.Start);
        var (endLine, endColumn) = source.Position(diagnostic.Span.Start + Math.Max(0, diagnostic.Span.Length - 1));
        var place = string.Create(CultureInfo.InvariantCulture, $"line={line},endLine={endLine},col={column},endColumn={endColumn}");
        return $"::{Word(diagnostic.Severity)} file={GithubProperty(source.Name)},{place},title={diagnostic.Code}::" +
            $"{GithubData($"{diagnostic.Message} {diagnostic.Remedy}")}\n";
    }

    private static string GithubData(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string GithubProperty(string text) =>
        GithubData(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
