using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using System.Text.RegularExpressions;
using Triggers.HouseRules.Tree;

namespace Triggers.HouseRules.Rules;

/// <summary>The compiler sees to it that public members have a comment; these rules, that it says something.</summary>
internal static class DocRules
{
    private static readonly Regex Hollow = new("^(gets or sets|gets the|initiali[sz]es a new|represents a|this (class|method|property))", RegexOptions.IgnoreCase);

    private static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase)
        { "a", "an", "the", "of", "this", "that", "its", "it", "is", "are", "for", "to", "and", "or", "with", "gets", "sets", "class", "method", "property", "instance" };

    /// <summary>A summary tells more than the name of what it stands on.</summary>
    public static Rule Telling { get; } = new("telling comments", file => file.IsCode && file.IsIn("src"), TellingIn);

    /// <summary>Each option says its default where it is declared.</summary>
    public static Rule Default { get; } = new(
        "options say their default",
        file => file.IsCode && file.IsIn("src", "load-tests") && file.Name.EndsWith("Options.cs", StringComparison.Ordinal),
        file => file.Nodes<PropertyDeclarationSyntax>()
            .Where(option => option.Modifiers.Any(SyntaxKind.PublicKeyword) && !option.Modifiers.Any(SyntaxKind.StaticKeyword) && option.ExpressionBody is null)
            .Where(option => !option.Modifiers.Any(SyntaxKind.RequiredKeyword) && !(Summary(option) ?? "").Contains("default", StringComparison.OrdinalIgnoreCase))
            .Select(option => file.At(option, $"{option.Identifier.ValueText} does not say its default; write \"Default …\" with unit and range, or make it required")));

    private static IEnumerable<Violation> TellingIn(SourceFile file) => file.Nodes<MemberDeclarationSyntax>()
        .Where(member => member is not (BaseNamespaceDeclarationSyntax or GlobalStatementSyntax) && IsPublic(member))
        .Select(member => (Member: member, Text: Summary(member), Name: NameOf(member)))
        .Where(doc => doc.Text is not null)
        .Select(doc => (doc.Member, doc.Name, Wrong: WrongWith(doc.Text!, doc.Name)))
        .Where(doc => doc.Wrong is not null)
        .Select(doc => file.At(doc.Member, $"the comment on {doc.Name} {doc.Wrong}; say shape, unit, range, error or source"));

    private static string? WrongWith(string text, string name) =>
        text.Length == 0 ? "is empty"
        : Hollow.Match(text) is { Success: true } hollow ? $"begins with '{hollow.Value}'"
        : Words(text).Except(Words(name), StringComparer.OrdinalIgnoreCase).All(Fillers.Contains) ? "only repeats the name"
        : null;

    private static bool IsPublic(MemberDeclarationSyntax member) =>
        (member.Modifiers.Any(SyntaxKind.PublicKeyword) || member is EnumMemberDeclarationSyntax || member.Parent is InterfaceDeclarationSyntax)
        && member.Ancestors().OfType<BaseTypeDeclarationSyntax>().All(type => type.Modifiers.Any(SyntaxKind.PublicKeyword));

    /// <summary>The text of the summary; null when there is no comment at all or it is inherited.</summary>
    private static string? Summary(MemberDeclarationSyntax member)
    {
        var comment = member.GetLeadingTrivia().Select(trivia => trivia.GetStructure()).OfType<DocumentationCommentTriviaSyntax>().LastOrDefault();
        var summary = comment?.Content.OfType<XmlElementSyntax>().FirstOrDefault(element => element.StartTag.Name.ToString() == "summary");
        if (summary is null)
        {
            return null;
        }

        var tokens = summary.Content.SelectMany(node => node.DescendantTokens()).Where(token => !token.IsKind(SyntaxKind.XmlTextLiteralNewLineToken));
        return Regex.Replace(string.Concat(tokens.Select(token => token.ValueText)), @"\s+", " ").Trim();
    }

    private static IEnumerable<string> Words(string text) => Regex.Matches(text, "[A-Z]?[a-z]+|[A-Z]+|[0-9]+").Select(match => match.Value);

    private static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        EnumMemberDeclarationSyntax value => value.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        BaseFieldDeclarationSyntax field => string.Join(", ", field.Declaration.Variables.Select(variable => variable.Identifier.ValueText)),
        OperatorDeclarationSyntax @operator => "operator " + @operator.OperatorToken.Text,
        _ => "this",
    };
}
