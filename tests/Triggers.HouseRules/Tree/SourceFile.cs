using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Triggers.HouseRules.Tree;

/// <summary>One text file of the repository: what a rule reads.</summary>
/// <param name="path">Relative to the root, with <c>/</c>.</param>
/// <param name="text">All of it.</param>
public sealed class SourceFile(string path, string text)
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest, DocumentationMode.Parse);

    private readonly Lazy<CompilationUnitSyntax> _syntax = new(() => CSharpSyntaxTree.ParseText(text, Options).GetCompilationUnitRoot());

    /// <summary>Relative to the root, with <c>/</c>.</summary>
    public string Path { get; } = path;

    /// <summary>All of it.</summary>
    public string Text { get; } = text;

    /// <summary>Without line ends.</summary>
    public string[] Lines { get; } = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    /// <summary>The syntax tree of a C# file.</summary>
    public CompilationUnitSyntax Syntax => _syntax.Value;

    /// <summary>True for C#.</summary>
    public bool IsCode => Path.EndsWith(".cs", StringComparison.Ordinal);

    /// <summary>The folder, empty at the root.</summary>
    public string Folder => Path.LastIndexOf('/') is var at and >= 0 ? Path[..at] : "";

    /// <summary>The name without the folder.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>True below one of these folders.</summary>
    public bool IsIn(params string[] folders) => folders.Any(folder => Path.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>All nodes of one kind of syntax.</summary>
    public IEnumerable<T> Nodes<T>()
        where T : SyntaxNode => Syntax.DescendantNodes().OfType<T>();

    /// <summary>Something wrong at a node.</summary>
    public Violation At(SyntaxNode node, string what) => new(Path, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, what);

    /// <summary>Something wrong in a line, counted from 1.</summary>
    public Violation At(int line, string what) => new(Path, line, what);
}
