using Triggers.Language.Text;

namespace Triggers.Language.Workspaces.Yaml;

/// <summary>Mistakes in the notation itself: one method a mistake. Codes TR0101 to TR0109.</summary>
internal static class YamlMistakes
{
    public static void NotYaml(this DiagnosticBag diagnostics, SourceText source, SourceSpan span, string reason)
    {
        if (TabIndentation(source) is { } tab && reason.Contains("tab", StringComparison.Ordinal))
        {
            diagnostics.Error("TR0101", new(source, tab, 1), "This line is indented with a tab, which YAML does not allow.", "Indent it with blanks.");
            return;
        }

        var (detail, remedy) = Explain(reason, source.Line(source.Position(span.Start).Line));
        diagnostics.Error("TR0101", span, $"{source.Name} is not valid YAML from here on{detail}.", remedy);
    }

    public static void FileTooLong(this DiagnosticBag diagnostics, SourceText source) =>
        diagnostics.Error(
            "TR0102",
            new(source, 0, 0),
            $"{source.Name} has {source.Content.Length} characters; at most {YamlReader.LongestFile} are read.",
            "Split it: each trigger and each offer may have a file of its own.");

    public static void NestedTooDeeply(this DiagnosticBag diagnostics, SourceSpan span) =>
        diagnostics.Error(
            "TR0103", span,
            $"This is nested more than {YamlReader.DeepestNesting} levels deep.",
            "Nothing in a workspace is; look for brackets that are never closed.");

    public static void SecondDocument(this DiagnosticBag diagnostics, SourceSpan span) =>
        diagnostics.Error(
            "TR0104", span,
            "A second document starts here; a file holds one.",
            "Put it into a file of its own, or make one list of both and remove `---`.");

    public static void AnchorOrTag(this DiagnosticBag diagnostics, SourceSpan span) =>
        diagnostics.Error(
            "TR0105", span,
            "YAML's anchors (`&name`) and tags (`!name`) are not used in a workspace.",
            "Remove it; if the text itself starts with `&` or `!`, put it in quotes.");

    public static void TagInsteadOfText(this DiagnosticBag diagnostics, SourceSpan span) =>
        diagnostics.Error(
            "TR0105",
            span,
            "YAML takes a value that begins with `!` or `&` for a mark of its own, which a workspace does not use.",
            $"Put the whole value in quotes: {Quoted(RestOfLine(span))}");

    public static void Alias(this DiagnosticBag diagnostics, SourceSpan span) =>
        diagnostics.Error(
            "TR0106", span,
            "YAML's aliases (`*name`) are not used in a workspace.",
            "Write the value out; if the text itself starts with `*`, put it in quotes.");

    public static void DuplicateKey(this DiagnosticBag diagnostics, YamlScalar key) =>
        diagnostics.Error("TR0107", key.Span, $"`{key.Value}` is given twice here.", "Keep one of the two.");

    public static void KeyIsNoName(this DiagnosticBag diagnostics, SourceSpan span) =>
        diagnostics.Error(
            "TR0108", span,
            "A key is a single word; this is a list or a group.",
            "Write `name: value`; text that starts with `[` or `{` must be in quotes.");

    public static void ForbiddenCharacter(this DiagnosticBag diagnostics, SourceSpan span) =>
        diagnostics.Error(
            "TR0109", span,
            $"There is a control character here (U+{(int)span.Source.Content[span.Start]:X4}), which text files do not have.",
            "Remove it, and save the file as UTF-8.");

    /// <summary>The parser's words for the most frequent mistakes, and what to do in ours.</summary>
    private static (string Detail, string Remedy) Explain(string reason, string line)
    {
        if (reason.Contains("expected key", StringComparison.Ordinal))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            return colon >= 0 && colon + 1 < line.Length && line[colon + 1] != ' '
                ? (": the colon has no blank after it", "Write a blank between the colon and the value.")
                : (": this is no key on the level of the lines above", "Indent it exactly like the lines that it belongs to; or look for a quote or bracket above that is not closed.");
        }

        if (reason.Contains("',' or", StringComparison.Ordinal))
        {
            return (": a comma or a closing bracket is missing", "Close the bracket, or put a comma between the items.");
        }

        return reason.Contains("apping values", StringComparison.Ordinal) || HasSecondColon(line)
            ? (": a value has a second `: ` in it", "Put the value in quotes; or begin a new line, if a new key is meant.")
            : ("", "Look for a colon that is missing in the line above, a quote or bracket that is not closed, a wrong indentation, or text with `: ` or ` #` in it that must be in quotes.");
    }

    /// <summary><c>label: Thanks: again</c>, with nothing in it that could hold a second <c>: </c>.</summary>
    private static bool HasSecondColon(string line) => line.Split(": ").Length > 2 && !line.AsSpan().ContainsAny("{\"'#");

    /// <summary>The first tab that indents a line.</summary>
    private static int? TabIndentation(SourceText source)
    {
        var isIndentation = true;
        for (var i = 0; i < source.Content.Length; i++)
        {
            var character = source.Content[i];
            if (isIndentation && character == '\t')
            {
                return i;
            }

            isIndentation = character == '\n' || (isIndentation && character == ' ');
        }

        return null;
    }

    private static string RestOfLine(SourceSpan span)
    {
        var (line, column) = span.Source.Position(span.Start);
        var rest = span.Source.Line(line)[(column - 1)..];
        var comment = rest.IndexOf(" #", StringComparison.Ordinal);
        return (comment < 0 ? rest : rest[..comment]).Trim();
    }

    private static string Quoted(string text) =>
        text.Contains('"', StringComparison.Ordinal) ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'" : $"\"{text}\"";
}
