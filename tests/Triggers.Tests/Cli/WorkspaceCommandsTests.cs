using Triggers.Language.Workspaces;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Cli;

/// <summary>fmt, explain-rule and schema.</summary>
public sealed class WorkspaceCommandsTests
{
    private static readonly WorkspaceFiles Rees46 = Workspaces.Folder("tests", "Scenarios", "rees46");

    [Fact]
    public void Files_are_formatted_once_and_then_are_as_they_should_be()
    {
        using var shell = new Shell();
        var shop = shell.Write("shop", Rees46.With(
            ("offers/cart-rescue.yaml", "offer:   cart-rescue   # what is sent\n\n\nlabel:  A reminder\n"),
            ("channels.yaml", "channels: {push: {address: customer.id}}\n")));

        Assert.Equal(
            (1, "not formatted: ./shop/channels.yaml\nnot formatted: ./shop/offers/cart-rescue.yaml\n7 files, all but 2 in the one form.\n", ""),
            shell.Run("fmt", shop, "--check"));
        Assert.Equal(
            (0, "formatted: ./shop/channels.yaml\nformatted: ./shop/offers/cart-rescue.yaml\n7 files, all but 2 in the one form before, all now.\n", ""),
            shell.Run("fmt", shop));
        Assert.Equal((0, "7 files, all in the one form.\n", ""), shell.Run("fmt", shop, "--check"));
        Assert.Contains("# what is sent\n", File.ReadAllText(shell["shop/offers/cart-rescue.yaml"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_YAML_is_not_formatted_but_explained()
    {
        using var shell = new Shell();
        var shop = shell.Write("shop", Rees46.With(("channels.yaml", "channels: [push\n")));

        var (exitCode, output, error) = shell.Run("fmt", shop);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("./shop/channels.yaml:", error, StringComparison.Ordinal);
        Assert.EndsWith("error: A file that is not valid YAML cannot be formatted.\n  Correct it and run the command again.\n", error, StringComparison.Ordinal);
        Assert.Equal("channels: [push\n", File.ReadAllText(shell["shop/channels.yaml"]));
    }

    [Fact]
    public void One_trigger_is_explained_by_its_name()
    {
        using var shell = new Shell();
        var shop = shell.Write("shop", Rees46);

        var one = shell.Run("explain-rule", shop, "cart-left");

        Assert.StartsWith(one.Output + "\ncart-left-in-visit: ", shell.Run("explain-rule", shop).Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (one.ExitCode, one.Error));
        Assert.StartsWith("cart-left: Cart left for ten minutes\n", one.Output, StringComparison.Ordinal);
        Assert.Equal((2, "", "error: There is no trigger `cart-lef`.\n  Did you mean `cart-left`?\n"), shell.Run("explain-rule", shop, "cart-lef"));
    }

    [Fact]
    public void Schemas_are_written_with_the_files_they_are_for()
    {
        using var shell = new Shell();

        var (exitCode, output, error) = shell.Run("schema", "--out", shell["schemas"]);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(
            WorkspaceSchemas.Patterns().Select(pattern => $"./schemas/{pattern.Key}  for {pattern.Value}").Order(),
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order());
        Assert.Equal(WorkspaceSchemas.Generate()["triggers.schema.json"], File.ReadAllText(shell["schemas/triggers.schema.json"]));
    }
}
