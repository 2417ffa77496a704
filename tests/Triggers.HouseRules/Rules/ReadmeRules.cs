using System.Text.RegularExpressions;

namespace Triggers.HouseRules.Rules;

/// <summary>README names what is there.</summary>
internal static class ReadmeRules
{
    private static readonly Regex PathName = new(@"(?<![\w./-])\.?(?:src|tests|load-tests|helm|docs|\.ci)/[\w./-]*[\w/]");
    private static readonly Regex ProjectName = new(@"(?<![\w./-])Triggers\.[A-Z][A-Za-z]+(?![\w(])");

    /// <summary>Each path exists, each project named is one, and each project of src is named.</summary>
    /// <param name="readme">The text.</param>
    /// <param name="exists">Whether the tree has this file or folder.</param>
    /// <param name="projects">Names of the tree's projects; those of src are to be named.</param>
    public static IEnumerable<string> Check(string readme, Func<string, bool> exists, IReadOnlyDictionary<string, string> projects)
    {
        var paths = PathName.Matches(readme).Select(match => match.Value.TrimEnd('/')).Distinct().Where(path => !exists(path));
        var named = ProjectName.Matches(readme).Select(match => match.Value).Distinct().ToList();
        return paths.Select(path => $"README.md: names {path}, which is not in the tree")
            .Concat(named.Where(name => name != "Triggers.sln" && !projects.ContainsKey(name)).Select(name => $"README.md: names {name}, which is no project of the tree"))
            .Concat(projects.Where(project => project.Value.StartsWith("src/", StringComparison.Ordinal) && !readme.Contains(project.Key, StringComparison.Ordinal))
                .Select(project => $"README.md: does not name {project.Key}; its map shows every project of src"));
    }
}
