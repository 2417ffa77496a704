using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using System.Text.RegularExpressions;
using Triggers.HouseRules.Tree;

namespace Triggers.HouseRules.Rules;

/// <summary>What no text of the tree may say.</summary>
internal static class TextRules
{
    private static readonly Regex Marker = new(@"\b(TODO|FIXME|HACK|XXX|TBD)\b");
    private static readonly Regex MachinePath = new(@"(?<![\w.~/}*-])/(work|tmp|root|home|Users|mnt)(?=/|\s|['""`]|$)|\b[A-Z]:\\Users\b");

    /// <summary>Comments hold no promises.</summary>
    public static Rule Promise { get; } = new(
        "promises",
        file => file.IsCode,
        file => file.Syntax.DescendantTrivia(descendIntoTrivia: false)
            .Where(IsComment)
            .SelectMany(trivia => Marker.Matches(trivia.ToString()).Select(match => file.At(LineOf(trivia, match.Index), $"'{match.Value}' in a comment; do it, or write an issue"))));

    /// <summary>No folding marks: a file that needs them is too long.</summary>
    public static Rule Region { get; } = new(
        "regions",
        file => file.IsCode,
        file => file.Syntax.DescendantTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.RegionDirectiveTrivia))
            .Select(trivia => file.At(LineOf(trivia, 0), "#region; split the file instead")));

    /// <summary>A warning that is switched off says why, on the same line.</summary>
    public static Rule Suppression { get; } = new(
        "suppressions",
        file => file.IsCode,
        file => file.Syntax.DescendantTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.PragmaWarningDirectiveTrivia) && trivia.ToString() is var text
                && text.Contains("disable", StringComparison.Ordinal) && !text.Contains("//", StringComparison.Ordinal))
            .Select(trivia => file.At(LineOf(trivia, 0), "a warning is switched off without a reason; add // and the reason")));

    /// <summary>The tree works on any machine: no absolute paths of one.</summary>
    public static Rule Machine { get; } = new(
        "machines",
        _ => true,
        file => file.Lines.Index().SelectMany(line => MachinePath.Matches(line.Item)
            .Select(match => file.At(line.Index + 1, $"'{match.Value}' belongs to one machine; take a relative path, a variable or the system's temporary folder"))));

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;

    private static int LineOf(SyntaxTrivia trivia, int offset) =>
        trivia.SyntaxTree!.GetText().Lines.GetLineFromPosition(trivia.FullSpan.Start + offset).LineNumber + 1;
}
