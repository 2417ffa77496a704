using Triggers.Language.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Triggers.Language.Workspaces.Yaml;

/// <summary>
/// Text of one file → nodes. Any text gives nodes or diagnostics, never an exception; nesting and size are bounded, so time is linear in the text.
/// </summary>
internal sealed class YamlReader
{
    /// <summary>Longest file in characters.</summary>
    public const int LongestFile = 16 * 1024 * 1024;

    /// <summary>Deepest nesting of mappings and sequences.</summary>
    public const int DeepestNesting = 32;

    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics;
    private readonly Parser _parser;

    private YamlReader(SourceText source, DiagnosticBag diagnostics)
    {
        _source = source;
        _diagnostics = diagnostics;
        _parser = new(new StringReader(source.Content));
    }

    /// <summary>The root of the file; null when it has none (empty, only comments) or is no YAML, which is then reported.</summary>
    public static YamlNode? Read(SourceText source, DiagnosticBag diagnostics)
    {
        if (source.Content.Length > LongestFile)
        {
            diagnostics.FileTooLong(source);
            return null;
        }

        var forbidden = FirstForbidden(source.Content);
        if (forbidden >= 0)
        {
            // The scanner takes U+0000 for the end of the text and would leave out the rest without a word.
            diagnostics.ForbiddenCharacter(new(source, forbidden, 1));
            return null;
        }

        try
        {
            return new YamlReader(source, diagnostics).Document();
        }
        catch (YamlException mistake)
        {
            diagnostics.NotYaml(source, At(source, mistake.Start, mistake.Start), mistake.Message);
        }
        catch (NestingException)
        {
            // Reported where it was found.
        }
        catch (Exception unforeseen) when (unforeseen is InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            // The scanner lets a few of its own mistakes through on text that is far from YAML.
            diagnostics.NotYaml(source, new(source, 0, 0), "");
        }

        return null;
    }

    /// <summary>Place of the first control character that is neither a tab nor a line end; -1: there is none.</summary>
    private static int FirstForbidden(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is < ' ' and not ('\t' or '\r' or '\n') or '\u007f')
            {
                return i;
            }
        }

        return -1;
    }

    private YamlNode? Document()
    {
        YamlNode? root = null;
        while (_parser.MoveNext())
        {
            switch (_parser.Current)
            {
                case DocumentStart when root is not null:
                    _diagnostics.SecondDocument(Span(_parser.Current));
                    return root;
                case NodeEvent or AnchorAlias:
                    root = Node(0);
                    break;
                default:
                    break;
            }
        }

        return root is YamlScalar { IsEmpty: true } ? null : root;
    }

    /// <summary>The node that begins at the current event; afterwards the current event is its last.</summary>
    private YamlNode Node(int depth)
    {
        var start = _parser.Current!;
        if (depth > DeepestNesting)
        {
            _diagnostics.NestedTooDeeply(Span(start));
            throw new NestingException();
        }

        if (start is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
        {
            Marked(node);
        }

        return start switch
        {
            Scalar scalar => Scalar(scalar),
            MappingStart mapping => Mapping(mapping, depth),
            SequenceStart sequence => Sequence(sequence, depth),
            _ => Alias(start),
        };
    }

    private void Marked(NodeEvent node)
    {
        if (node is Scalar { Style: ScalarStyle.Plain })
        {
            _diagnostics.TagInsteadOfText(Span(node));
        }
        else
        {
            _diagnostics.AnchorOrTag(Span(node));
        }
    }

    private YamlScalar Scalar(Scalar scalar)
    {
        var span = Span(scalar);
        if (!scalar.Tag.IsEmpty && scalar.Value.Length == 0)
        {
            // Read as what was meant, so that nothing else is said about it.
            var meant = _source.Content.Substring(span.Start, span.Length);
            return new(span, new(_source, meant, new ScalarOffsets(span, meant, ScalarStyle.Plain)), IsPlain: true);
        }

        var text = new EmbeddedText(_source, scalar.Value, new ScalarOffsets(span, scalar.Value, scalar.Style));
        return new(span, text, scalar.Style is ScalarStyle.Plain or ScalarStyle.Any);
    }

    private YamlScalar Alias(ParsingEvent alias)
    {
        _diagnostics.Alias(Span(alias));
        return new(Span(alias), new(_source, "", [Span(alias).Start]), IsPlain: true);
    }

    private YamlMapping Mapping(MappingStart start, int depth)
    {
        var entries = new List<YamlEntry>();
        HashSet<string>? seen = null;
        while (Next() is not MappingEnd)
        {
            var key = Node(depth + 1);
            Next();
            var value = Node(depth + 1);
            if (key is not YamlScalar name)
            {
                _diagnostics.KeyIsNoName(key.Span);
            }
            else if (!(seen ??= new(StringComparer.Ordinal)).Add(name.Value))
            {
                _diagnostics.DuplicateKey(name);
            }
            else
            {
                entries.Add(new(name, value));
            }
        }

        var span = start.Style == MappingStyle.Flow ? Through(start) : entries.Count > 0 ? entries[0].Key.Span : Span(start);
        return new(span, entries);
    }

    private YamlSequence Sequence(SequenceStart start, int depth)
    {
        var items = new List<YamlNode>();
        while (Next() is not SequenceEnd)
        {
            items.Add(Node(depth + 1));
        }

        var span = start.Style == SequenceStyle.Flow ? Through(start) : items.Count > 0 ? items[0].Span : Span(start);
        return new(span, items);
    }

    private ParsingEvent Next() =>
        _parser.MoveNext() ? _parser.Current! : throw new YamlException("The text ends too early.");

    private SourceSpan Span(ParsingEvent parsed) => At(_source, parsed.Start, parsed.End);

    /// <summary>From the start of a flow collection to the current event, its closing bracket (whose place the parser gives without a length).</summary>
    private SourceSpan Through(ParsingEvent start)
    {
        var span = At(_source, start.Start, _parser.Current!.Start);
        return span with { Length = Math.Min(span.Length + 1, _source.Content.Length - span.Start) };
    }

    private static SourceSpan At(SourceText source, Mark start, Mark end)
    {
        var from = (int)Math.Clamp(start.Index, 0, source.Content.Length);
        return new(source, from, (int)Math.Clamp(end.Index, from, source.Content.Length) - from);
    }

    /// <summary>Leaves the recursion after the mistake was reported.</summary>
    private sealed class NestingException : Exception;
}
