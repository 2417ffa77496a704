using System.Text.RegularExpressions;

namespace Triggers.HouseRules.Rules;

/// <summary>README names what is there.</summary>
internal static class ReadmeRules
{
    private static readonly Regex PathName = new(@"(?<![\w./-])\.?(?:src|tests|load-tests|helm|docs|\.ci)/[\w./-]*[\w/]");

    /// <summary>The first line of a YAML block names a file of an example workspace.</summary>
    private static readonly Regex ExampleFile = new("^```yaml\r?\n# .*$", RegexOptions.Multiline);
    private static readonly Regex ProjectName = new(@"(?<![\w./-])Triggers\.[A-Z][A-Za-z]+(?![\w(])");

    private static readonly Regex RunVerb = new(@"(?:Triggers\.Cli\b.* -- |^triggers |`triggers )(\w[\w-]*)", RegexOptions.Multiline);
    private static readonly Regex DeclaredVerb = new("new(?: Command)?\\(\\s*\"([a-z-]+)\"");

    /// <summary>The commands that a file of the command line declares.</summary>
    public static IEnumerable<string> Verbs(string code) => DeclaredVerb.Matches(code).Select(match => match.Groups[1].Value);

    /// <summary>Each path exists, each project named is one, each project of src is named, and each command that is run exists.</summary>
    /// <param name="readme">The text.</param>
    /// <param name="exists">Whether the tree has this file or folder.</param>
    /// <param name="projects">Names of the tree's projects; those of src are to be named.</param>
    /// <param name="verbs">The commands of the command line.</param>
    public static IEnumerable<string> Check(string readme, Func<string, bool> exists, IReadOnlyDictionary<string, string> projects, IReadOnlySet<string> verbs) =>
        CheckNames("README.md", readme, exists, projects, verbs)
            .Concat(projects.Where(project => project.Value.StartsWith("src/", StringComparison.Ordinal) && !readme.Contains(project.Key, StringComparison.Ordinal))
                .Select(project => $"README.md: does not name {project.Key}; its map shows every project of src"));

    /// <summary>What holds for every document: each path exists, each project named is one, and each command that is run exists.</summary>
    /// <param name="document">Its path, for the messages.</param>
    /// <param name="text">The text.</param>
    /// <param name="exists">Whether the tree has this file or folder.</param>
    /// <param name="projects">The tree's projects.</param>
    /// <param name="verbs">The commands of the command line.</param>
    public static IEnumerable<string> CheckNames(
        string document, string text, Func<string, bool> exists, IReadOnlyDictionary<string, string> projects, IReadOnlySet<string> verbs)
    {
        var paths = PathName.Matches(ExampleFile.Replace(text, "```yaml")).Select(match => match.Value.TrimEnd('/')).Distinct().Where(path => !exists(path));
        var named = ProjectName.Matches(text).Select(match => match.Value).Distinct();
        return paths.Select(path => $"{document}: names {path}, which is not in the tree")
            .Concat(named.Where(name => name != "Triggers.sln" && !projects.ContainsKey(name)).Select(name => $"{document}: names {name}, which is no project of the tree"))
            .Concat(RunVerb.Matches(text).Select(match => match.Groups[1].Value).Distinct().Where(verb => !verbs.Contains(verb))
                .Select(verb => $"{document}: runs the command {verb}, which the command line does not have"));
    }
}
