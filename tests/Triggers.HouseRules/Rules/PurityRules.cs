using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Triggers.HouseRules.Tree;

namespace Triggers.HouseRules.Rules;

/// <summary>Model, Language and Engine compute and do nothing else.</summary>
internal static class PurityRules
{
    private static readonly Dictionary<string, string> Impure = new(StringComparer.Ordinal)
    {
        ["Task"] = "async", ["ValueTask"] = "async", ["CancellationToken"] = "async", ["IAsyncEnumerable"] = "async",
        ["Thread"] = "threads", ["ThreadPool"] = "threads", ["Parallel"] = "threads", ["Monitor"] = "threads", ["Interlocked"] = "threads", ["SemaphoreSlim"] = "threads",
        ["ThreadLocal"] = "threads", ["ThreadStatic"] = "threads", ["Timer"] = "the clock", ["Stopwatch"] = "the clock", ["TimeProvider"] = "the clock",
        ["File"] = "I/O", ["Directory"] = "I/O", ["FileInfo"] = "I/O", ["DirectoryInfo"] = "I/O", ["FileStream"] = "I/O", ["Process"] = "I/O", ["HttpClient"] = "I/O",
        ["Socket"] = "I/O", ["Environment"] = "the machine", ["RandomNumberGenerator"] = "chance", ["ILogger"] = "logging", ["EventSource"] = "logging",
        ["ActivitySource"] = "logging", ["Meter"] = "logging", ["Trace"] = "logging",
    };

    /// <summary>No async, threads, clock, I/O, chance or logging in the three pure projects.</summary>
    public static Rule Pure { get; } = new(
        "pure",
        file => file.IsCode && file.IsIn("src/Triggers.Model", "src/Triggers.Language", "src/Triggers.Engine"),
        file => Keywords(file).Concat(Names(file)));

    private static IEnumerable<Violation> Keywords(SourceFile file) => file.Syntax.DescendantTokens()
        .Where(token => token.IsKind(SyntaxKind.AsyncKeyword) || token.IsKind(SyntaxKind.AwaitKeyword) || token.IsKind(SyntaxKind.LockKeyword))
        .Select(token => file.At(token.Parent!, $"'{token.Text}' in a pure project; this belongs in Runtime or an adapter"));

    private static IEnumerable<Violation> Names(SourceFile file) => file.Nodes<SimpleNameSyntax>()
        .Where(name => Impure.ContainsKey(name.Identifier.ValueText) && IsTypeName(name))
        .Select(name => file.At(name, $"{name.Identifier.ValueText} is {Impure[name.Identifier.ValueText]} in a pure project; this belongs in Runtime or an adapter"));

    private static bool IsTypeName(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => Namespace(access.Expression),
        MemberAccessExpressionSyntax or ObjectCreationExpressionSyntax or CastExpressionSyntax => true,
        TypeArgumentListSyntax or NullableTypeSyntax or BaseTypeSyntax or DeclarationPatternSyntax or AttributeSyntax => true,
        MethodDeclarationSyntax or PropertyDeclarationSyntax or ParameterSyntax or VariableDeclarationSyntax => true,
        QualifiedNameSyntax qualified => qualified.Right == name && Namespace(qualified.Left),
        _ => false,
    };

    private static bool Namespace(SyntaxNode left) => left.ToString().StartsWith("System", StringComparison.Ordinal);
}
