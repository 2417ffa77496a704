using System.Text.RegularExpressions;

namespace Triggers.HouseRules.Rules;

/// <summary>README names what is there.</summary>
internal static class ReadmeRules
{
    private static readonly Regex PathName = new(@"(?<![\w./-])\.?(?:src|tests|load-tests|helm|docs|\.ci)/[\w./-]*[\w/]");
    private static readonly Regex ProjectName = new(@"(?<![\w./-])Triggers\.[A-Z][A-Za-z]+(?![\w(])");

    private static readonly Regex RunVerb = new(@"Triggers\.Cli\b.* -- (\w[\w-]*)");
    private static readonly Regex DeclaredVerb = new("new(?: Command)?\\(\\s*\"([a-z-]+)\"");

    /// <summary>The commands that a file of the command line declares.</summary>
    public static IEnumerable<string> Verbs(string code) => DeclaredVerb.Matches(code).Select(match => match.Groups[1].Value);

    /// <summary>Each path exists, each project named is one, each project of src is named, and each command that is run exists.</summary>
    /// <param name="readme">The text.</param>
    /// <param name="exists">Whether the tree has this file or folder.</param>
    /// <param name="projects">Names of the tree's projects; those of src are to be named.</param>
    /// <param name="verbs">The commands of the command line.</param>
    public static IEnumerable<string> Check(string readme, Func<string, bool> exists, IReadOnlyDictionary<string, string> projects, IReadOnlySet<string> verbs)
    {
        var paths = PathName.Matches(readme).Select(match => match.Value.TrimEnd('/')).Distinct().Where(path => !exists(path));
        var named = ProjectName.Matches(readme).Select(match => match.Value).Distinct().ToList();
        return paths.Select(path => $"README.md: names {path}, which is not in the tree")
            .Concat(named.Where(name => name != "Triggers.sln" && !projects.ContainsKey(name)).Select(name => $"README.md: names {name}, which is no project of the tree"))
            .Concat(projects.Where(project => project.Value.StartsWith("src/", StringComparison.Ordinal) && !readme.Contains(project.Key, StringComparison.Ordinal))
                .Select(project => $"README.md: does not name {project.Key}; its map shows every project of src"))
            .Concat(RunVerb.Matches(readme).Select(match => match.Groups[1].Value).Distinct().Where(verb => !verbs.Contains(verb))
                .Select(verb => $"README.md: runs the command {verb}, which the command line does not have"));
    }
}
