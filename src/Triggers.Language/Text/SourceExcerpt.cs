using System.Globalization;
using System.Text;

namespace Triggers.Language.Text;

/// <summary>The line of a place with carets under it. Of a long line only the part around the place.</summary>
internal static class SourceExcerpt
{
    private const int WidestLine = 150;
    private const int ShownBefore = 60;

    /// <summary>Appends two lines: the source line after its number, and the carets (at least one, at most to the end of the line).</summary>
    public static void Append(StringBuilder text, SourceSpan span)
    {
        var (number, column) = span.Source.Position(span.Start);
        var line = span.Source.Line(number);
        var start = Math.Min(column - 1, line.Length);
        var length = Math.Clamp(span.Length, 1, Math.Max(1, line.Length - start));
        var from = line.Length > WidestLine ? Math.Max(0, start - ShownBefore) : 0;
        var shown = Printable(line.AsSpan(from, Math.Min(WidestLine, line.Length - from)));
        var margin = number.ToString(CultureInfo.InvariantCulture);

        text.Append($"  {margin} | {(from > 0 ? "…" : "")}{shown}{(from + WidestLine < line.Length ? "…" : "")}".TrimEnd()).Append('\n');
        text.Append(' ', margin.Length + 2).Append(" | ").Append(from > 0 ? " " : "");
        text.Append(' ', start - from).Append('^', Math.Min(length, Math.Max(1, shown.Length - (start - from)))).Append('\n');
    }

    /// <summary>Tabs and control characters as one blank each, so that the carets stand right.</summary>
    private static string Printable(ReadOnlySpan<char> line) => string.Create(line.Length, line, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = char.IsControl(source[i]) ? ' ' : source[i];
        }
    });
}
