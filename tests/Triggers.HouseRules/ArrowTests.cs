using System.Reflection;
using Triggers.HouseRules.Rules;
using Triggers.HouseRules.Tree;
using Xunit;

namespace Triggers.HouseRules;

public sealed class ArrowTests
{
    private static List<Project> Projects => [.. Repository.Files.Where(file => file.Name.EndsWith(".csproj", StringComparison.Ordinal)).Select(Project.Read)];

    [Fact]
    public void Projects_reference_what_the_arrows_allow()
    {
        House.Empty([.. ProjectRules.Check(Projects)]);
        Assert.Equal(9, Projects.Count(project => project.Path.StartsWith("src/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Arrows_that_point_back_and_strange_packages_are_found() => Assert.Equal(
        [
            "src/Triggers.Model/Triggers.Model.csproj: references Triggers.Engine; the arrows say nothing",
            "src/Triggers.Model/Triggers.Model.csproj: uses the package Dapper; it may use nothing",
            "src/Triggers.Extra/Triggers.Extra.csproj: Triggers.Extra has no place in the table of arrows; give it one",
        ],
        ProjectRules.Check(
        [
            Project.Read(new SourceFile(
                "src/Triggers.Model/Triggers.Model.csproj",
                """<Project><ItemGroup><ProjectReference Include="..\Triggers.Engine\Triggers.Engine.csproj" /><PackageReference Include="Dapper" /></ItemGroup></Project>""")),
            Project.Read(new SourceFile("src/Triggers.Extra/Triggers.Extra.csproj", "<Project />")),
        ]));

    [Fact]
    public void The_solution_lists_every_project() => House.Empty([.. ProjectRules.CheckSolution(Repository.File("Triggers.sln")!.Text, Projects)]);

    [Fact]
    public void A_project_outside_the_solution_is_found() => Assert.Equal(
        [
            "tests/B/B.csproj: is not in Triggers.sln; dotnet sln add tests/B/B.csproj",
            "src/A/A.csproj: is in Triggers.sln and not in the tree; dotnet sln remove src/A/A.csproj",
        ],
        ProjectRules.CheckSolution("""Project("{F}") = "A", "src\A\A.csproj", "{0}" """, [new Project("tests/B/B.csproj", [], [])]));

    [Fact]
    public void Vendors_are_named_in_one_place() => House.Keeps(WallRules.Vendor, filesAtLeast: 190);

    [Fact]
    public void A_vendor_named_elsewhere_is_found() => House.Finds(
        WallRules.Vendor,
        "src/Triggers.Runtime/Delivery/Stage.cs",
        """
        using Confluent.Kafka;
        using Db = StackExchange.Redis.IDatabase;
        class Stage { Spectre.Console.Table A; object B = System.CommandLine.Parsing.X.Y; Confluence C; }
        """,
        "1: Confluent is named; only src/Triggers.Kafka, tests/Triggers.Servers, load-tests may",
        "2: StackExchange is named; only src/Triggers.Redis, tests/Triggers.Servers, load-tests may",
        "3: Spectre is named; only src/Triggers.Cli may",
        "3: System.CommandLine is named; only src/Triggers.Cli may");

    [Fact]
    public void Stages_of_the_engine_do_not_know_each_other() => House.Keeps(WallRules.Stage, filesAtLeast: 10);

    [Fact]
    public void A_stage_that_names_another_is_found() => House.Finds(
        WallRules.Stage,
        "src/Triggers.Engine/Rules/RunTable.cs",
        """
        using Triggers.Engine.Decision;
        using Triggers.Engine.State;
        using Triggers.Language.Plan;
        namespace Triggers.Engine.Rules;
        class RunTable { Triggers.Engine.Emission.Outbox A; }
        """,
        "1: Rules names the stage Decision; only CustomerEngine.cs names the stages, and they share what lies in Index, Leases, State, Timers, Trace",
        "5: Rules names the stage Emission; only CustomerEngine.cs names the stages, and they share what lies in Index, Leases, State, Timers, Trace");

    [Theory]
    [InlineData("Triggers.Kafka")]
    [InlineData("Triggers.Redis")]
    [InlineData("Triggers.Language")]
    [InlineData("Triggers.Hosting")]
    public void Public_members_show_no_vendor(string project) => House.Empty([.. SurfaceRules.Check(Assembly.Load(project).GetExportedTypes())]);

    [Fact]
    public void A_vendor_shown_by_a_public_member_is_found() => Assert.Equal(
        ["Triggers.HouseRules.Tree.SourceFile.At: shows Microsoft.CodeAnalysis.SyntaxNode; a vendor's types stay inside the project that speaks to him"],
        SurfaceRules.Check([typeof(SourceFile)]).Where(line => line.Contains(".At:", StringComparison.Ordinal)));
}
