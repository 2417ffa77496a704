using NJsonSchema;
using Triggers.Language.Workspaces;
using Triggers.Language.Workspaces.Definitions;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Language.Workspaces;

public sealed class WorkspaceSchemasTests
{
    [Fact]
    public async Task Every_workspace_in_the_tree_is_valid_by_the_generated_schemas()
    {
        var schemas = await Schemas();
        var faults = new List<string>();
        var files = 0;
        foreach (var (name, workspace) in WorkspacesInTheTree.All().Append(("the sample shop", Samples.Shop)).Append(("everything", Samples.Everything)))
        {
            foreach (var (path, content) in workspace.Files.Where(f => FileKinds.Of(f.Key) is not null && f.Key.EndsWith(".yaml", StringComparison.Ordinal)))
            {
                files++;
                var json = YamlJson.Of(path, content)?.ToJsonString() ?? "{}";
                faults.AddRange(schemas[FileKinds.Of(path)!.Name].Validate(json).Select(fault => $"{name}/{path}: {fault}"));
            }
        }

        Assert.Empty(faults);
        Assert.True(files > 20, $"Only {files} files were found.");
    }

    [Theory]
    [InlineData("triggers", "{ \"trigger\": \"x\", \"when\": { \"start\": \"a.b\", \"wiat\": \"30m\" }, \"send\": { \"purpose\": \"offer\", \"offer\": \"o\", \"channels\": [\"c\"] } }")]
    [InlineData("triggers", "{ \"trigger\": \"x\", \"when\": { \"start\": \"a.b\", \"enters\": \"s\" }, \"send\": { \"purpose\": \"offer\", \"offer\": \"o\", \"channels\": [\"c\"] } }")]
    [InlineData("triggers", "{ \"trigger\": \"x\", \"when\": { \"start\": \"a.b\", \"wait\": \"30 minutes\" }, \"send\": { \"purpose\": \"offer\", \"offer\": \"o\", \"channels\": [\"c\"] } }")]
    [InlineData("triggers", "{ \"trigger\": \"x\", \"when\": { \"start\": \"a.b\" } }")]
    [InlineData("channels", "{ \"channels\": { \"9x\": { \"address\": \"customer.id\" } } }")]
    [InlineData("workspace", "{ \"name\": \"x\", \"zone\": \"Etc/UTC\", \"currency\": \"euro\" }")]
    [InlineData("policies", "{ \"hold_out\": { \"percent\": 90 } }")]
    public async Task The_schemas_refuse_what_check_refuses(string schema, string json) => Assert.NotEmpty((await Schemas())[schema].Validate(json));

    [Fact]
    public void The_schemas_are_generated_the_same_every_time()
    {
        Assert.Equal(WorkspaceSchemas.Generate(), WorkspaceSchemas.Generate());
        Assert.Equal(WorkspaceSchemas.Generate().Keys.Order(), WorkspaceSchemas.Patterns().Keys.Order());
        ApprovedText.Verify(WorkspaceSchemas.Generate()["triggers.schema.json"], "triggers-schema");
    }

    private static async Task<Dictionary<string, JsonSchema>> Schemas()
    {
        var schemas = new Dictionary<string, JsonSchema>();
        foreach (var (file, text) in WorkspaceSchemas.Generate())
        {
            schemas[file.Replace(".schema.json", "", StringComparison.Ordinal)] = await JsonSchema.FromJsonAsync(text);
        }

        return schemas;
    }
}
