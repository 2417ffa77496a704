using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Triggers.HouseRules.Tree;

namespace Triggers.HouseRules.Rules;

/// <summary>A vendor's names are spoken in one place.</summary>
internal static class WallRules
{
    /// <summary>Vendor's namespace → where it may be named.</summary>
    private static readonly (string Vendor, string[] Folders)[] Walls =
    [
        ("Confluent", ["src/Triggers.Kafka", "tests/Triggers.Servers", "load-tests"]),
        ("StackExchange", ["src/Triggers.Redis", "tests/Triggers.Servers", "load-tests"]),
        ("YamlDotNet", ["src/Triggers.Language/Workspaces", "src/Triggers.Hosting/Options", "tests/Triggers.Servers", "load-tests"]),
        ("NodaTime",
        [
            "src/Triggers.Language", "src/Triggers.Engine", "src/Triggers.Runtime/Ingest",
            "tests/Triggers.Tests/Language/Calendars", "tests/Triggers.Tests/Language/Templates", "tests/Triggers.Tests/Engine/Decisions",
        ]),
        ("CsvHelper", ["src/Triggers.Files"]),
        ("System.CommandLine", ["src/Triggers.Cli"]),
        ("Spectre", ["src/Triggers.Cli"]),
        ("Microsoft.AspNetCore", ["src/Triggers.Hosting"]),
        ("OpenTelemetry", ["src/Triggers.Hosting"]),
        ("Testcontainers", ["tests/Triggers.Servers"]),
        ("DotNet.Testcontainers", ["tests/Triggers.Servers"]),
        ("Microsoft.CodeAnalysis", ["tests/Triggers.HouseRules"]),
        ("BenchmarkDotNet", ["load-tests"]),
        ("Xunit", ["tests"]),
        ("FsCheck", ["tests"]),
    ];

    /// <summary>Vendor types never leave their adapter.</summary>
    public static Rule Vendor { get; } = new(
        "vendor walls",
        file => file.IsCode,
        file => Names(file).SelectMany(name => Walls
            .Where(wall => Names(name.ToString(), wall.Vendor) && !file.IsIn(wall.Folders))
            .Select(wall => file.At(name, $"{wall.Vendor} is named; only {string.Join(", ", wall.Folders)} may"))));

    /// <summary>
    /// A stage of the engine names Model, Language and what lies beneath the stages; only CustomerEngine.cs names the stages, and portraits, which show what all of them keep.
    /// </summary>
    public static Rule Stage { get; } = new("stages", file => file.IsCode && file.IsIn("src/Triggers.Engine"), StagesIn);

    private static readonly HashSet<string> Beneath = new(StringComparer.Ordinal) { "Index", "Leases", "State", "Timers", "Trace" };

    private static IEnumerable<Violation> StagesIn(SourceFile file)
    {
        const string Engine = "Triggers.Engine.";
        var own = file.Path.Split('/')[2];
        if (own is "CustomerEngine.cs" or "Portraits")
        {
            yield break;
        }

        foreach (var name in Names(file).Where(name => name.ToString().StartsWith(Engine, StringComparison.Ordinal)))
        {
            var stage = name.ToString()[Engine.Length..].Split('.')[0];
            if (stage != own && !Beneath.Contains(stage))
            {
                yield return file.At(name, $"{own} names the stage {stage}; only CustomerEngine.cs names the stages, and they share what lies in {string.Join(", ", Beneath)}");
            }
        }
    }

    /// <summary>The outermost dotted names: of using directives, types and accesses.</summary>
    private static IEnumerable<SyntaxNode> Names(SourceFile file) => file.Nodes<SyntaxNode>()
        .Where(node => node is NameSyntax or MemberAccessExpressionSyntax && node.Parent is not (QualifiedNameSyntax or MemberAccessExpressionSyntax))
        .Where(node => node.Parent is not BaseNamespaceDeclarationSyntax);

    private static bool Names(string name, string vendor) => name == vendor
        || name.StartsWith(vendor + ".", StringComparison.Ordinal)
        || name.StartsWith("global::" + vendor + ".", StringComparison.Ordinal);
}
