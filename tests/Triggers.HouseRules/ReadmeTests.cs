using Triggers.HouseRules.Rules;
using Triggers.HouseRules.Tree;
using Xunit;

namespace Triggers.HouseRules;

public sealed class ReadmeTests
{
    [ReadmeFact]
    public void README_names_what_is_there()
    {
        var projects = Repository.Files.Where(file => file.Name.EndsWith(".csproj", StringComparison.Ordinal)).ToDictionary(file => file.Name[..^".csproj".Length], file => file.Path);
        var verbs = Repository.Files.Where(file => file.IsIn("src/Triggers.Cli")).SelectMany(file => ReadmeRules.Verbs(file.Text)).ToHashSet();

        House.Empty([.. ReadmeRules.Check(Repository.File("README.md")!.Text, Exists, projects, verbs)]);
        Assert.True(projects.Count >= 14 && verbs.Count >= 3, $"Only {projects.Count} projects and {verbs.Count} commands were found to compare with.");
    }

    [Fact]
    public void Documents_name_what_is_there()
    {
        var projects = Repository.Files.Where(file => file.Name.EndsWith(".csproj", StringComparison.Ordinal)).ToDictionary(file => file.Name[..^".csproj".Length], file => file.Path);
        var verbs = Repository.Files.Where(file => file.IsIn("src/Triggers.Cli")).SelectMany(file => ReadmeRules.Verbs(file.Text)).ToHashSet();
        var documents = Repository.Files.Where(file => file.IsIn("docs") && file.Name.EndsWith(".md", StringComparison.Ordinal)).ToList();

        House.Empty([.. documents.SelectMany(file => ReadmeRules.CheckNames(file.Path, file.Text, Exists, projects, verbs))]);
        Assert.NotEmpty(documents);
    }

    [Fact]
    public void Names_of_what_is_not_there_are_found() => Assert.Equal(
        [
            "README.md: names tests/gone.sh, which is not in the tree",
            "README.md: names Triggers.Studio, which is no project of the tree",
            "README.md: runs the command fly, which the command line does not have",
            "README.md: does not name Triggers.Engine; its map shows every project of src",
        ],
        ReadmeRules.Check(
            """
            Triggers.Model holds the nouns, Triggers.Studio the page; see Triggers.sln.
            dotnet run --project src/Triggers.Cli -c Release -- check shop
            dotnet run --project src/Triggers.Cli -c Release -- fly
            tests/gone.sh && src/Triggers.Model/
            """,
            path => path is "src/Triggers.Model" or "src/Triggers.Cli",
            new Dictionary<string, string>
            {
                ["Triggers.Model"] = "src/Triggers.Model/Triggers.Model.csproj",
                ["Triggers.Cli"] = "src/Triggers.Cli/Triggers.Cli.csproj",
                ["Triggers.Engine"] = "src/Triggers.Engine/Triggers.Engine.csproj",
            },
            ReadmeRules.Verbs("""new Command("check", "Checks.")""").ToHashSet()));

    private static bool Exists(string path) => Path.Exists(Path.Combine(Repository.Root, path));
}
