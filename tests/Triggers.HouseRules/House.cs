using Triggers.HouseRules.Tree;
using Xunit;

namespace Triggers.HouseRules;

/// <summary>Holds a rule against the tree, or against a planted violation.</summary>
internal static class House
{
    /// <summary>The tree keeps the rule but for the agreed exceptions, each of which is still needed; and the rule read at least so many files.</summary>
    public static void Keeps(Rule rule, int filesAtLeast)
    {
        var files = Repository.Files.Where(rule.Reads).ToList();
        var found = files.SelectMany(rule.Check).ToList();
        var agreed = AgreedExceptions.All.Where(exception => exception.Rule == rule.Name).Select(exception => exception.Path).ToHashSet();
        var broken = found.Where(violation => !agreed.Contains(violation.Path)).Select(violation => violation.ToString());
        var stale = agreed.Except(found.Select(violation => violation.Path)).Select(path => $"{path}: needs no exception from '{rule.Name}' any more; take it out of AgreedExceptions.cs");

        Empty([.. broken, .. stale]);
        Assert.True(files.Count >= filesAtLeast, $"'{rule.Name}' read {files.Count} files; it should have read {filesAtLeast} or more.");
    }

    /// <summary>The rule finds exactly this in a planted file.</summary>
    public static void Finds(Rule rule, string path, string text, params string[] expected)
    {
        var file = new SourceFile(path, text);
        Assert.True(rule.Reads(file), $"'{rule.Name}' does not read {path}.");
        Assert.Equal(expected.Select(line => $"{path}:{line}"), rule.Check(file).Select(violation => violation.ToString()));
    }

    /// <summary>Nothing is wrong; else fails with the list.</summary>
    public static void Empty(IReadOnlyCollection<string> violations) =>
        Assert.True(violations.Count == 0, $"{violations.Count} violation(s):\n{string.Join('\n', violations)}");
}
