using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using System.Text.RegularExpressions;
using Triggers.HouseRules.Tree;

namespace Triggers.HouseRules.Rules;

/// <summary>Names say what a thing is.</summary>
internal static class NameRules
{
    private static readonly HashSet<string> Empty =
        new(StringComparer.OrdinalIgnoreCase) { "Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Handler", "Impl", "Common", "Misc" };

    /// <summary>No word that fits any thing: in folders, types and members.</summary>
    public static Rule EmptyWord { get; } = new("empty word", file => file.IsCode, file => InPath(file).Concat(InNames(file)));

    /// <summary>A test's name is a sentence: <c>Cap_reached_inside_the_window_suppresses_the_offer</c>.</summary>
    public static Rule Sentence { get; } = new(
        "test names",
        file => file.IsCode && file.IsIn("tests"),
        file => file.Nodes<MethodDeclarationSyntax>()
            .Where(method => IsTest(method) && !Regex.IsMatch(method.Identifier.ValueText, "^[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+){2,}$"))
            .Select(method => file.At(method, $"{method.Identifier.ValueText}: a test's name is a sentence of three words or more with underscores")));

    private static IEnumerable<Violation> InPath(SourceFile file) => file.Path.Split('/', '.')
        .SelectMany(Words)
        .Where(Empty.Contains)
        .Select(word => file.At(1, $"the path has '{word}', which fits any thing; say what it is"));

    private static IEnumerable<Violation> InNames(SourceFile file) => file.Nodes<SyntaxNode>()
        .SelectMany(Declared)
        .SelectMany(name => Words(name.ValueText).Where(Empty.Contains).Select(word => file.At(name.Parent!, $"{name.ValueText} has '{word}', which fits any thing; say what it is")));

    private static IEnumerable<SyntaxToken> Declared(SyntaxNode node) => node switch
    {
        BaseTypeDeclarationSyntax type => [type.Identifier],
        DelegateDeclarationSyntax type => [type.Identifier],
        MethodDeclarationSyntax method => [method.Identifier],
        PropertyDeclarationSyntax property => [property.Identifier],
        EnumMemberDeclarationSyntax member => [member.Identifier],
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier),
        _ => [],
    };

    private static IEnumerable<string> Words(string name) => Regex.Matches(name, "[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+").Select(match => match.Value);

    private static bool IsTest(MethodDeclarationSyntax method) => method.AttributeLists.SelectMany(list => list.Attributes)
        .Select(attribute => attribute.Name.ToString())
        .Any(name => name.EndsWith("Fact", StringComparison.Ordinal) || name.EndsWith("Theory", StringComparison.Ordinal) || name.EndsWith("Property", StringComparison.Ordinal));
}
