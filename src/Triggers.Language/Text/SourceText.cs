namespace Triggers.Language.Text;

/// <summary>One file of a workspace, or one expression given by hand. Immutable.</summary>
public sealed class SourceText
{
    private int[]? _lineStarts;

    /// <summary>A text under a name.</summary>
    /// <param name="name">Path relative to the workspace, with forward slashes; or a word like <c>expression</c>.</param>
    /// <param name="content">The text, line ends as they are.</param>
    public SourceText(string name, string content)
    {
        Name = name;
        Content = content;
    }

    /// <summary>Path relative to the workspace.</summary>
    public string Name { get; }

    /// <summary>The text.</summary>
    public string Content { get; }

    /// <summary>Line and column, both from 1, of the character at <paramref name="offset"/> (clamped to the text). Columns count UTF-16 code units.</summary>
    public (int Line, int Column) Position(int offset)
    {
        offset = Math.Clamp(offset, 0, Content.Length);
        var starts = LineStarts();
        var line = Array.BinarySearch(starts, offset);
        line = line < 0 ? ~line - 1 : line;
        return (line + 1, offset - starts[line] + 1);
    }

    /// <summary>The text of a line (from 1) without its line end.</summary>
    public string Line(int line)
    {
        var starts = LineStarts();
        var end = line < starts.Length ? starts[line] : Content.Length;
        return Content[starts[line - 1]..end].TrimEnd('\r', '\n');
    }

    /// <summary>Found when first asked for: most texts have no mistake. Two threads would find the same.</summary>
    private int[] LineStarts()
    {
        if (_lineStarts is { } known)
        {
            return known;
        }

        var starts = new List<int> { 0 };
        for (var i = Content.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = Content.IndexOf('\n', i + 1))
        {
            starts.Add(i + 1);
        }

        return _lineStarts = [.. starts];
    }
}
