namespace Triggers.Language.Text;

/// <summary>One file of a workspace, or one expression given by hand. Immutable.</summary>
public sealed class SourceText
{
    private readonly int[] _lineStarts;

    /// <summary>A text under a name.</summary>
    /// <param name="name">Path relative to the workspace, with forward slashes; or a word like <c>expression</c>.</param>
    /// <param name="content">The text, line ends as they are.</param>
    public SourceText(string name, string content)
    {
        Name = name;
        Content = content;
        var starts = new List<int> { 0 };
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '\n')
            {
                starts.Add(i + 1);
            }
        }

        _lineStarts = [.. starts];
    }

    /// <summary>Path relative to the workspace.</summary>
    public string Name { get; }

    /// <summary>The text.</summary>
    public string Content { get; }

    /// <summary>Line and column, both from 1, of the character at <paramref name="offset"/> (clamped to the text). Columns count UTF-16 code units.</summary>
    public (int Line, int Column) Position(int offset)
    {
        offset = Math.Clamp(offset, 0, Content.Length);
        var line = Array.BinarySearch(_lineStarts, offset);
        line = line < 0 ? ~line - 1 : line;
        return (line + 1, offset - _lineStarts[line] + 1);
    }

    /// <summary>The text of a line (from 1) without its line end.</summary>
    public string Line(int line)
    {
        var start = _lineStarts[line - 1];
        var end = line < _lineStarts.Length ? _lineStarts[line] : Content.Length;
        return Content[start..end].TrimEnd('\r', '\n');
    }
}
