using NJsonSchema;
using Triggers.Hosting.Options;
using Triggers.Language.Workspaces;
using Triggers.Language.Workspaces.Definitions;
using Triggers.Tests.Language.Workspaces;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Docs;

/// <summary>
/// Every YAML block of the documents works. A block says in its first line which file it is (<c># triggers/cart-left.yaml</c>); the blocks of one document are one workspace, and
/// what it leaves out is the demo's. A block that begins with <c>trigger:</c> is that trigger of the demo; <c># triggers.yaml</c> is the configuration.
/// </summary>
public sealed class ExampleTests
{
    private const string Configuration = "triggers.yaml";
    private const string UnderFolder = "# a file under ";

    public static TheoryData<string> Documents => [.. Document.All.Where(document => document.Blocks("yaml").Any()).Select(document => document.Name)];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_example_of_a_workspace_is_right(string name)
    {
        var examples = Examples(Document.Of(name)).Where(example => example.Path != Configuration).ToList();
        if (examples.Count == 0)
        {
            return;
        }

        var files = examples.Any(example => example.Path == FileKinds.Workspace.Path) ? new WorkspaceFiles(new SortedDictionary<string, string>()) : Demo;
        files = files.With([.. examples.Select(example => (example.Path, (string?)example.Text))]);
        Assert.Equal("", files.Check());
        Assert.Empty(await FaultsBySchema(examples));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_example_of_a_configuration_can_be_read(string name)
    {
        using var folder = new TemporaryFolder();
        var secret = Path.Combine(folder.Path, "secret");
        File.WriteAllText(secret, new string('k', 64));
        foreach (var (path, text) in Examples(Document.Of(name)).Where(example => example.Path == Configuration))
        {
            Assert.NotNull(ServeOptions.Read(path, text, variable => variable == "TRIGGERS_KEYS_SECRET_FILE" ? secret : null));
        }
    }

    private static WorkspaceFiles Demo { get; } = Support.Workspaces.Folder("src", "Triggers.Cli", "Demo", "Workspace");

    private static List<(string Path, string Text)> Examples(Document document) => [.. document.Blocks("yaml").Select(block => (PathOf(document, block.Line, block.Code), block.Code))];

    private static string PathOf(Document document, int line, string code)
    {
        var first = code[..code.IndexOf('\n', StringComparison.Ordinal)];
        var named = first.Split(' ', ';', ':') is ["#", var path, ..] ? path : null;
        return first.StartsWith("trigger: ", StringComparison.Ordinal) ? $"triggers/{first["trigger: ".Length..]}.yaml"
            : first.StartsWith(UnderFolder, StringComparison.Ordinal) ? first[UnderFolder.Length..] + "example.yaml"
            : named is not null && (named == Configuration || FileKinds.Of(named) is not null) ? named
            : throw new InvalidOperationException($"{document.Name}, line {line}: the block does not begin with the name of its file, for instance # triggers/cart-left.yaml");
    }

    private static async Task<IReadOnlyList<string>> FaultsBySchema(IEnumerable<(string Path, string Text)> examples)
    {
        var faults = new List<string>();
        foreach (var (path, text) in examples)
        {
            var schema = await JsonSchema.FromJsonAsync(WorkspaceSchemas.Generate()[FileKinds.Of(path)!.Name + ".schema.json"]);
            faults.AddRange(schema.Validate(YamlJson.Of(path, text)!.ToJsonString()).Select(fault => $"{path}: {fault}"));
        }

        return faults;
    }
}
