using Triggers.Language.Text;

namespace Triggers.Language.Syntax;

/// <summary>
/// Parses CEL (github.com/google/cel-spec, <i>Syntax</i>) by recursive descent. Stops at the first mistake; never throws, whatever the text, and needs stack only
/// for <see cref="SyntaxLimits.Depth"/> levels.
/// </summary>
public static class Parser
{
    /// <summary>The tree of <paramref name="text"/>; null after a mistake, which is reported.</summary>
    public static Expression? Parse(EmbeddedText text, DiagnosticBag diagnostics)
    {
        var mistakes = new SyntaxMistakes(text, diagnostics);
        if (text.Content.Length > SyntaxLimits.SourceLength)
        {
            mistakes.TooLong(text.Content.Length);
            return null;
        }

        if (string.IsNullOrWhiteSpace(text.Content))
        {
            mistakes.Empty();
            return null;
        }

        return new OperatorParser(text.Content, mistakes).Whole();
    }
}
