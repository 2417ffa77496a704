namespace Triggers.Language.Text;

/// <summary>A piece of text that stands inside a file, perhaps quoted or folded: an expression inside YAML. Maps its characters back to the file.</summary>
/// <param name="Source">The file it stands in.</param>
/// <param name="Content">The text after unquoting.</param>
/// <param name="Offsets">For each character of <paramref name="Content"/> (and one beyond) its offset in the file.</param>
public sealed record EmbeddedText(SourceText Source, string Content, IReadOnlyList<int> Offsets)
{
    /// <summary>A whole text that stands for itself.</summary>
    public static EmbeddedText Whole(SourceText source)
    {
        var offsets = new int[source.Content.Length + 1];
        for (var i = 0; i < offsets.Length; i++)
        {
            offsets[i] = i;
        }

        return new(source, source.Content, offsets);
    }

    /// <summary>The place in the file of a part of the content.</summary>
    public SourceSpan Span(int start, int length)
    {
        var first = Offsets[Math.Clamp(start, 0, Offsets.Count - 1)];
        var end = length == 0 ? first : Offsets[Math.Clamp(start + length - 1, 0, Offsets.Count - 1)] + 1;
        return new(Source, first, Math.Max(0, end - first));
    }
}
