using System.Text.RegularExpressions;
using Triggers.Tests.Support;

namespace Triggers.Tests.Docs;

/// <summary>A document for users, read as its readers do: tables and code blocks. A table that tests compare follows a line <c>&lt;!-- NAME --&gt;</c>.</summary>
internal sealed class Document
{
    private static readonly Regex Cell = new(@"(?<!\\)\|");
    private static readonly Regex Marker = new("^<!-- (.+) -->$", RegexOptions.Multiline);

    private readonly string _path;

    private Document(string path)
    {
        _path = path;
        Name = Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');
        Text = File.ReadAllText(path).ReplaceLineEndings("\n");
    }

    /// <summary>README and everything in docs.</summary>
    public static IReadOnlyList<Document> All { get; } =
        [.. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md").Order(StringComparer.Ordinal).Prepend(Repository.PathOf("README.md")).Select(path => new Document(path))];

    /// <summary>Path below the repository.</summary>
    public string Name { get; }

    /// <summary>The whole text, lines end with LF.</summary>
    public string Text { get; private set; }

    /// <summary>Names of the tables that tests compare.</summary>
    public IReadOnlyList<string> Markers => [.. Marker.Matches(Text).Select(match => match.Groups[1].Value)];

    /// <summary>The document of this path below the repository.</summary>
    public static Document Of(string name) => All.Single(document => document.Name == name);

    /// <summary>The cells of a marked table, without its head.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Table(string marker) =>
        [.. Below(marker).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(row => Cell.Split(row.Trim().Trim('|')).Select(cell => cell.Trim()).ToArray())];

    /// <summary>What stands between the marker and the next empty line.</summary>
    public string Below(string marker)
    {
        var (start, end) = Place(marker);
        return Text[start..end];
    }

    /// <summary>Writes another text below the marker, in memory and on disk.</summary>
    public void Replace(string marker, string text)
    {
        var (start, end) = Place(marker);
        Text = Text[..start] + text + Text[end..];
        File.WriteAllText(_path, Text);
    }

    /// <summary>The code blocks of a language: the first line number, from 1, and the code.</summary>
    public IEnumerable<(int Line, string Code)> Blocks(string language)
    {
        var lines = Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] == "```" + language)
            {
                var end = Array.IndexOf(lines, "```", i + 1);
                yield return (i + 2, string.Join('\n', lines[(i + 1)..end]) + "\n");
                i = end;
            }
        }
    }

    private (int Start, int End) Place(string marker)
    {
        var line = $"<!-- {marker} -->\n";
        var at = Text.IndexOf(line, StringComparison.Ordinal);
        if (at < 0)
        {
            throw new InvalidOperationException($"{Name} has no line {line.Trim()}.");
        }

        var start = at + line.Length;
        var end = Text.IndexOf("\n\n", start - 1, StringComparison.Ordinal);
        return (start, end < 0 ? Text.Length : end + 1);
    }
}
