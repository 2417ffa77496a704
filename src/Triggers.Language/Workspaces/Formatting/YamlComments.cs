using Triggers.Language.Text;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Formatting;

/// <summary>Finds the comments of a file: they stand between scalars, where <c>#</c> can mean nothing else.</summary>
internal static class YamlComments
{
    /// <summary>All comments in the order of the file.</summary>
    public static List<YamlComment> Find(SourceText source, YamlNode? root)
    {
        var comments = new List<YamlComment>();
        var scalars = new List<SourceSpan>();
        if (root is not null)
        {
            Collect(root, scalars);
        }

        var from = 0;
        foreach (var scalar in scalars.OrderBy(s => s.Start))
        {
            Between(source.Content, from, scalar.Start, comments);
            from = Math.Max(from, scalar.Start + scalar.Length);
        }

        Between(source.Content, from, source.Content.Length, comments);
        return comments;
    }

    private static void Collect(YamlNode node, List<SourceSpan> scalars)
    {
        switch (node)
        {
            case YamlScalar scalar:
                scalars.Add(scalar.Span);
                break;
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    scalars.Add(entry.Key.Span);
                    Collect(entry.Value, scalars);
                }

                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    Collect(item, scalars);
                }

                break;
            default:
                break;
        }
    }

    private static void Between(string content, int from, int to, List<YamlComment> comments)
    {
        for (var at = from; at < to; at++)
        {
            if (content[at] == '#')
            {
                var end = content.AsSpan(at, to - at).IndexOfAny('\r', '\n');
                end = end < 0 ? to : at + end;
                var lineStart = at == 0 ? 0 : content.LastIndexOf('\n', at - 1) + 1;
                comments.Add(new(at, content[at..end].TrimEnd(), content.AsSpan(lineStart, at - lineStart).Trim().IsEmpty));
                at = end;
            }
        }
    }
}
