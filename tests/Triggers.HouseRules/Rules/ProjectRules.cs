using System.Text.RegularExpressions;
using Triggers.HouseRules.Tree;

namespace Triggers.HouseRules.Rules;

/// <summary>The arrows between projects, and which packages each may use.</summary>
internal static class ProjectRules
{
    /// <summary>Project → what it references, exactly. Packages are those of the vendor's one place.</summary>
    private static readonly Dictionary<string, (string[] References, string[] Packages)> Arrows = new(StringComparer.Ordinal)
    {
        ["Triggers.Model"] = ([], []),
        ["Triggers.Language"] = (["Triggers.Model"], ["NodaTime", "YamlDotNet"]),
        ["Triggers.Engine"] = (["Triggers.Language"], ["NodaTime"]),
        ["Triggers.Runtime"] = (["Triggers.Engine"], []),
        ["Triggers.Kafka"] = (["Triggers.Runtime"], ["Confluent.Kafka"]),
        ["Triggers.Redis"] = (["Triggers.Runtime"], ["StackExchange.Redis"]),
        ["Triggers.Files"] = (["Triggers.Runtime"], []),
        ["Triggers.Hosting"] = (["Triggers.Files", "Triggers.Kafka", "Triggers.Redis"], ["OpenTelemetry", "OpenTelemetry.Exporter.OpenTelemetryProtocol"]),
        ["Triggers.Cli"] = (["Triggers.Hosting"], ["Spectre.Console", "System.CommandLine"]),
    };

    /// <summary>Model ← Language ← Engine ← Runtime ← { Kafka | Redis | Files } ← Hosting ← Cli.</summary>
    public static IEnumerable<string> Check(IEnumerable<Project> projects)
    {
        foreach (var project in projects)
        {
            if (!project.Path.StartsWith("src/", StringComparison.Ordinal))
            {
                continue;
            }

            if (!Arrows.TryGetValue(project.Name, out var allowed))
            {
                yield return $"{project.Path}: {project.Name} has no place in the table of arrows; give it one";
                continue;
            }

            if (!project.References.SequenceEqual(allowed.References))
            {
                yield return $"{project.Path}: references {List(project.References)}; the arrows say {List(allowed.References)}";
            }

            if (project.Packages.Except(allowed.Packages).ToList() is { Count: > 0 } strange)
            {
                yield return $"{project.Path}: uses the package {List(strange)}; it may use {List(allowed.Packages)}";
            }
        }
    }

    /// <summary>The solution lists the projects of the tree, all and no other.</summary>
    public static IEnumerable<string> CheckSolution(string solution, IEnumerable<Project> projects)
    {
        var listed = Regex.Matches(solution, "\"([^\"]+\\.csproj)\"").Select(match => match.Groups[1].Value.Replace('\\', '/')).ToHashSet();
        var there = projects.Select(project => project.Path).ToHashSet();
        return there.Except(listed).Order().Select(path => $"{path}: is not in Triggers.sln; dotnet sln add {path}")
            .Concat(listed.Except(there).Order().Select(path => $"{path}: is in Triggers.sln and not in the tree; dotnet sln remove {path}"));
    }

    private static string List(IReadOnlyCollection<string> names) => names.Count == 0 ? "nothing" : string.Join(", ", names);
}
