using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using System.Text.RegularExpressions;
using Triggers.HouseRules.Tree;

namespace Triggers.HouseRules.Rules;

/// <summary>Small enough to read at one go.</summary>
internal static class SizeRules
{
    private const int FileLines = 300;
    private const int MethodLines = 70;
    private const int LineLength = 200;
    private const int SentenceLength = 240;

    /// <summary>A file is one thought.</summary>
    public static Rule File { get; } = new(
        "file length",
        file => file.IsCode,
        file => file.Lines.Length > FileLines ? [file.At(1, $"{file.Lines.Length} lines; a file has at most {FileLines}: find the second thought in it and give it a file")] : []);

    /// <summary>A method does one thing; a doc comment does not count.</summary>
    public static Rule Method { get; } = new(
        "method length",
        file => file.IsCode,
        file => file.Nodes<SyntaxNode>()
            .Where(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax)
            .Where(node => Lines(node) > MethodLines)
            .Select(node => file.At(node, $"{Lines(node)} lines; a method has at most {MethodLines}: name its parts")));

    /// <summary>A line of code fits on a screen. A sentence, in a comment or for people to read, may be longer and stays in one piece, so that it can be searched.</summary>
    public static Rule Line { get; } = new(
        "line length",
        file => file.IsCode || Path.GetExtension(file.Name) is ".csproj" or ".props" or ".targets" or ".sh" or ".yaml",
        file => file.Lines.Index()
            .Select(line => (Number: line.Index + 1, line.Item.Length, Most: IsSentence(line.Item) ? SentenceLength : LineLength))
            .Where(line => line.Length > line.Most)
            .Select(line => file.At(line.Number, $"{line.Length} characters; a line has at most {LineLength}, with a sentence in it {SentenceLength}")));

    private static bool IsSentence(string line) => line.TrimStart().StartsWith("//", StringComparison.Ordinal) || Regex.IsMatch(line, "\"[^\"]*( [^\"]*){4,}\"");

    private static int Lines(SyntaxNode node)
    {
        var span = node.SyntaxTree.GetLineSpan(node.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }
}
