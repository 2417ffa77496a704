using System.Text;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Formatting;

/// <summary>
/// Writes nodes in the one form: two blanks a level, lists indented below their key, short collections in braces on one line, one empty line where there
/// were some.
/// </summary>
internal sealed class YamlWriter
{
    private const int WidestLine = 140;

    private readonly SourceText _source;
    private readonly List<YamlComment> _comments;
    private readonly StringBuilder _text = new();
    private int _comment;
    private string? _dashes;

    private YamlWriter(SourceText source, List<YamlComment> comments)
    {
        _source = source;
        _comments = comments;
    }

    /// <summary>The whole file; null when it has something that has no better form.</summary>
    public static string? Write(SourceText source, YamlNode? root, List<YamlComment> comments)
    {
        var writer = new YamlWriter(source, comments);
        if (root is not null && !writer.Root(root))
        {
            return null;
        }

        writer.CommentsBefore(source.Content.Length, 0);
        return writer._text.ToString();
    }

    private bool Root(YamlNode root)
    {
        CommentsBefore(Start(root), 0);
        return root is YamlScalar scalar ? Scalar("", scalar, 0) : Inline("", root) || Block(root, 0);
    }

    private bool Block(YamlNode node, int indent) => node switch
    {
        YamlMapping mapping => mapping.Entries.All(entry => Entry(entry, indent)),
        YamlSequence sequence => sequence.Items.All(item => Item(item, indent)),
        YamlScalar scalar => Scalar(Margin(indent), scalar, indent),
        _ => false,
    };

    private bool Entry(YamlEntry entry, int indent)
    {
        Before(entry.Key.Span.Start, indent);
        var head = $"{Margin(indent)}{FlowText.Written(entry.Key)}:";
        return entry.Value switch
        {
            YamlScalar scalar => Scalar(head + " ", scalar, indent),
            var value when Inline(head + " ", value) => true,
            var value => Heading(head, entry.Key.Span) && Block(value, indent + 2),
        };
    }

    private bool Item(YamlNode item, int indent)
    {
        Before(Start(item), indent);
        var head = Margin(indent) + "- ";
        if (item is YamlScalar scalar)
        {
            return Scalar(head, scalar, indent);
        }

        if (Inline(head, item))
        {
            return true;
        }

        _dashes = head;
        return Block(item, indent + 2);
    }

    private bool Heading(string head, SourceSpan key)
    {
        Line(head, key.Start + key.Length);
        return true;
    }

    /// <summary>Writes a collection on one line when it was one in braces or brackets, fits, and has no comment inside.</summary>
    private bool Inline(string head, YamlNode node)
    {
        var open = node.Span.Length > 0 ? _source.Content[node.Span.Start] : ' ';
        var end = node.Span.Start + node.Span.Length;
        var isFlow = node is YamlSequence sequence ? open == '[' && (sequence.Items.Count == 0 || sequence.Items[0].Span != sequence.Span) : open == '{';
        var isEmpty = node is YamlMapping { Entries.Count: 0 } or YamlSequence { Items.Count: 0 };
        if (!isFlow || node is YamlScalar || (_comment < _comments.Count && _comments[_comment].Start < end))
        {
            return false;
        }

        var line = FlowText.Write(node);
        if (line is null || (head.Length + line.Length > WidestLine && !isEmpty))
        {
            return false;
        }

        Line(head + line, end);
        return true;
    }

    private bool Scalar(string head, YamlScalar scalar, int indent)
    {
        var written = FlowText.Written(scalar).ReplaceLineEndings("\n");
        var lines = written.Split('\n');
        if (written.StartsWith('|') || written.StartsWith('>'))
        {
            return BlockScalar(head, lines, indent);
        }

        Line((head + lines[0]).TrimEnd(), lines.Length == 1 ? scalar.Span.Start + scalar.Span.Length : scalar.Span.Start);
        foreach (var line in lines.Skip(1))
        {
            _text.Append(line.Trim().Length == 0 ? "" : new string(' ', indent + 2) + line.Trim()).Append('\n');
        }

        return true;
    }

    /// <summary>Moves the lines of a block as a whole. Blocks with an explicit indentation, or that keep empty lines at the end, are left alone.</summary>
    private bool BlockScalar(string head, string[] lines, int indent)
    {
        var marks = lines[0].Split('#')[0];
        if (marks.AsSpan().ContainsAnyInRange('0', '9') || marks.Contains('+', StringComparison.Ordinal))
        {
            return false;
        }

        _text.Append(head).Append(lines[0].TrimEnd()).Append('\n');
        var content = lines.Skip(1).Reverse().SkipWhile(string.IsNullOrWhiteSpace).Reverse().ToList();
        var first = content.FirstOrDefault(line => line.Trim(' ').Length > 0) ?? "";
        var margin = first.Length - first.TrimStart(' ').Length;
        foreach (var line in content)
        {
            _text.Append(line.Length <= margin ? "" : new string(' ', indent + 2) + line[margin..]).Append('\n');
        }

        return true;
    }

    private void Line(string text, int sourceEnd)
    {
        _text.Append(text);
        if (_comment < _comments.Count && _comments[_comment] is { IsAlone: false } beside && IsSameLine(sourceEnd, beside.Start))
        {
            // A comment that was lined up with others stays so when it can.
            var column = _source.Position(beside.Start).Column - 1;
            _text.Append(' ', Math.Max(2, column - text.Length)).Append(beside.Text);
            _comment++;
        }

        _text.Append('\n');
    }

    private bool IsSameLine(int from, int to) => from <= to && !_source.Content.AsSpan(from, to - from).Contains('\n');

    private void Before(int start, int indent)
    {
        CommentsBefore(start, indent);
        EmptyLine(start);
    }

    private void CommentsBefore(int start, int indent)
    {
        for (; _comment < _comments.Count && _comments[_comment].Start < start; _comment++)
        {
            EmptyLine(_comments[_comment].Start);
            _text.Append(' ', indent).Append(_comments[_comment].Text).Append('\n');
        }
    }

    /// <summary>One empty line when there was at least one before <paramref name="start"/>, but not at the beginning of the file or behind a dash.</summary>
    private void EmptyLine(int start)
    {
        if (_text.Length == 0 || _dashes is not null)
        {
            return;
        }

        var lineStart = start == 0 ? 0 : _source.Content.LastIndexOf('\n', start - 1);
        var before = lineStart <= 0 ? -1 : _source.Content.LastIndexOf('\n', lineStart - 1);
        if (lineStart > 0 && _source.Content.AsSpan(before + 1, lineStart - before - 1).Trim().IsEmpty)
        {
            _text.Append('\n');
        }
    }

    /// <summary>What a line begins with: blanks, or the dashes of the list items that begin on it.</summary>
    private string Margin(int indent)
    {
        var margin = _dashes ?? new string(' ', indent);
        _dashes = null;
        return margin;
    }

    private static int Start(YamlNode node) => node switch
    {
        YamlMapping { Entries.Count: > 0 } mapping => Math.Min(mapping.Span.Start, mapping.Entries[0].Key.Span.Start),
        _ => node.Span.Start,
    };
}
