using System.Collections;
using Triggers.Language.Text;
using YamlDotNet.Core;

namespace Triggers.Language.Workspaces.Yaml;

/// <summary>
/// Where each character of a scalar's value stands in the file, and one place beyond. Found when first asked for, since most scalars never have a mistake in them.
/// </summary>
/// <param name="span">The scalar in the file, with quotes or block header.</param>
/// <param name="value">What YAML makes of it.</param>
/// <param name="style">How it is written.</param>
internal sealed class ScalarOffsets(SourceSpan span, string value, ScalarStyle style) : IReadOnlyList<int>
{
    private int[]? _offsets;

    /// <inheritdoc/>
    public int Count => value.Length + 1;

    /// <inheritdoc/>
    public int this[int index] => IsVerbatim ? span.Start + index : (_offsets ??= Align())[index];

    private bool IsVerbatim => style == ScalarStyle.Plain && span.Length == value.Length;

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>
    /// Walks value and written characters side by side. They differ only at line ends, which YAML folds: one line end may be a blank, several may be one fewer.
    /// </summary>
    private int[] Align()
    {
        var written = ScalarCharacters.Of(span, style);
        var offsets = new int[value.Length + 1];
        var at = 0;
        for (var i = 0; i < value.Length; i++)
        {
            while (at < written.Count && written[at].Character == '\n' && value[i] is not ('\n' or ' '))
            {
                at++;
            }

            var isFold = at < written.Count && written[at].Character == '\n';
            offsets[i] = at < written.Count ? written[at].Offset : span.Start + span.Length;
            if (at < written.Count && (isFold || written[at].Character == value[i]))
            {
                at++;
            }
        }

        offsets[value.Length] = at < written.Count ? written[at].Offset : End(written);
        return offsets;
    }

    private int End(IReadOnlyList<ScalarCharacter> written) => written.Count > 0 ? written[^1].Offset + 1 : span.Start;
}
