using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Triggers.HouseRules.Tree;

namespace Triggers.HouseRules.Rules;

/// <summary>Where a type lies follows from its name.</summary>
internal static class ShapeRules
{
    /// <summary>A file holds one type of its own name. A program's entry has none.</summary>
    public static Rule OneType { get; } = new("one type a file", file => file.IsCode, OneTypeIn);

    /// <summary>A namespace is the path of the folder.</summary>
    public static Rule Namespace { get; } = new("namespace", file => file.IsCode, NamespaceIn);

    /// <summary>A type is whole in its file, unless the compiler writes the other part: a regular expression, a JSON serializer.</summary>
    public static Rule Whole { get; } = new(
        "partial",
        file => file.IsCode,
        file => file.Nodes<TypeDeclarationSyntax>()
            .Where(type => type.Modifiers.Any(SyntaxKind.PartialKeyword) && !IsGenerated(type))
            .Select(type => file.At(type, $"{type.Identifier.ValueText} is partial; a type is whole in its file")));

    private static bool IsGenerated(TypeDeclarationSyntax type) =>
        type.Members.Any(member => member.Modifiers.Any(SyntaxKind.PartialKeyword)) || type.BaseList?.Types.Any(parent => parent.ToString() == "JsonSerializerContext") == true;

    private static IEnumerable<Violation> OneTypeIn(SourceFile file)
    {
        var types = file.Nodes<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Where(member => member.Parent is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .ToList();
        foreach (var type in types.Skip(1))
        {
            yield return file.At(type, $"{NameOf(type)} is a second type in this file; give it a file of its own");
        }

        if (types.Count > 0 && file.Name != NameOf(types[0]) + ".cs")
        {
            yield return file.At(types[0], $"{NameOf(types[0])} lies in {file.Name}; name the file after the type");
        }

        if (types.Count == 0 && file.Name != "Program.cs")
        {
            yield return file.At(1, "no type; only a program's entry has none");
        }
    }

    private static IEnumerable<Violation> NamespaceIn(SourceFile file)
    {
        var folders = file.Folder.Split('/').Skip(1).ToArray();
        var expected = string.Join('.', folders);
        return file.Nodes<BaseNamespaceDeclarationSyntax>()
            .Where(space => space.Name.ToString() != expected)
            .Select(space => file.At(space, $"namespace {space.Name} in {file.Folder}; it should be {expected}"));
    }

    private static string NameOf(MemberDeclarationSyntax type) =>
        type is BaseTypeDeclarationSyntax declared ? declared.Identifier.ValueText : ((DelegateDeclarationSyntax)type).Identifier.ValueText;
}
