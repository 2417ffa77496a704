using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Cli;

public sealed class NewCommandTests
{
    [Fact]
    public void A_new_workspace_is_right_and_its_tests_pass()
    {
        using var shell = new Shell();
        var shop = shell["shop"];

        ApprovedText.Verify(
            string.Concat(
                Session(shell.Run("new", shop), "new"),
                Session(shell.Run("check", shop), "check"),
                Session(shell.Run("test", shop), "test"),
                Session(shell.Run("fmt", shop, "--check"), "fmt --check"),
                Session(shell.Run("explain-rule", shop), "explain-rule")),
            "new-workspace");
    }

    [Fact]
    public void The_workspace_gets_the_name_of_its_folder()
    {
        using var shell = new Shell();
        shell.Run("new", shell["Autumn-2"]);
        shell.Run("new", shell["42 things"]);

        Assert.Contains("\nname: Autumn-2\n", File.ReadAllText(shell["Autumn-2/workspace.yaml"]), StringComparison.Ordinal);
        Assert.Contains("\nname: shop\n", File.ReadAllText(shell["42 things/workspace.yaml"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_names_a_schema_that_is_there()
    {
        using var shell = new Shell();
        var shop = shell["shop"];
        shell.Run("new", shop);

        foreach (var file in Directory.EnumerateFiles(shop, "*.yaml", SearchOption.AllDirectories))
        {
            const string modeline = "# yaml-language-server: $schema=";
            var line = File.ReadLines(file).First();
            Assert.StartsWith(modeline, line, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(file)!, line[modeline.Length..])), $"{file}: {line}");
        }
    }

    [Fact]
    public void A_folder_that_is_not_empty_is_left_alone()
    {
        using var shell = new Shell();
        var shop = shell.Write("shop", Workspaces.Text("=== notes.txt\nmine\n"));

        Assert.Equal((2, "", "error: ./shop is there already, and not empty.\n  Give the name of a folder that does not exist yet.\n"), shell.Run("new", shop));
        Assert.Equal(["notes.txt"], Directory.EnumerateFileSystemEntries(shop).Select(Path.GetFileName));
    }

    /// <summary>Path, text to replace (all must be there), replacement.</summary>
    private static readonly (string Title, string Path, string Text, string Instead)[] Edits =
    [
        ("a tab instead of blanks", "triggers/cart-left.yaml", "  wait: 30m", "\twait: 30m"),
        ("wrong indentation", "triggers/cart-left.yaml", "  wait: 30m", "   wait: 30m"),
        ("not indented", "triggers/cart-left.yaml", "  wait: 30m", "wait: 30m"),
        ("a misspelt key", "triggers/cart-left.yaml", "  wait: 30m", "  wiat: 30m"),
        ("a misspelt event", "triggers/cart-left.yaml", "start: cart.updated", "start: cart.update"),
        ("a field that the event does not have", "triggers/cart-left.yaml", "where: event.value >= 50", "where: event.amount >= 50"),
        ("missing quotes", "triggers/come-back.yaml", "if: has(customer.newsletter) && customer.newsletter", "if: !has(customer.email)"),
        ("missing quotes before more", "triggers/come-back.yaml", "if: has(customer.newsletter)", "if: !has(customer.email)"),
        ("missing quotes around a text", "triggers/cart-left.yaml", "where: event.value >= 50", "where: event.coupon == SUMMER"),
        ("a duration in words", "triggers/cart-left.yaml", "wait: 30m ", "wait: 30 minutes "),
        ("= instead of ==", "triggers/cart-left.yaml", "where: event.value >= 50", "where: event.value = 50"),
        ("an unknown channel", "triggers/cart-left.yaml", "channels: [push, email]", "channels: [push, e-mail]"),
        ("two triggers of one name", "triggers/order-thanks.yaml", "trigger: order-thanks", "trigger: cart-left"),
        ("a colon without a blank", "triggers/cart-left.yaml", "label: Cart", "label:Cart"),
        ("a text with a colon", "triggers/cart-left.yaml", "label: Cart left", "label: Cart: left"),
        ("a unit of money in a condition", "triggers/cart-left.yaml", "where: event.value >= 50", "where: event.value >= 50 EUR"),
        ("a text compared with a number", "triggers/cart-left.yaml", "where: event.value >= 50", "where: event.cart >= 50"),
        ("an offer that is not there", "triggers/cart-left.yaml", "offer: cart-rescue", "offer: spring-sale"),
        ("a field without its event", "triggers/cart-left.yaml", "where: event.value >= 50", "where: value >= 50"),
        ("a key without its colon", "triggers/cart-left.yaml", "when:", "when"),
        ("a currency in words", "workspace.yaml", "currency: EUR", "currency: Euro"),
        ("a bracket that is not closed", "triggers/cart-left.yaml", "channels: [push, email] }", "channels: [push, email }"),
    ];

    [Fact]
    public void Typical_edits_of_a_beginner_give_errors_that_help()
    {
        var text = new System.Text.StringBuilder();
        foreach (var (title, path, before, after) in Edits)
        {
            using var shell = new Shell();
            var shop = shell["shop"];
            shell.Run("new", shop);
            var file = Path.Combine(shop, path);
            var content = File.ReadAllText(file);
            Assert.Contains(before, content, StringComparison.Ordinal);
            File.WriteAllText(file, content.Replace(before, after, StringComparison.Ordinal));

            var (exitCode, output, error) = shell.Run("check", shop);

            Assert.Equal((2, ""), (exitCode, error));
            text.Append($"### {title}\n\n{output}\n");
        }

        ApprovedText.Verify(text.ToString(), "beginners-edits");
    }

    [Theory]
    [InlineData("events.yaml")]
    [InlineData("traits.yaml")]
    [InlineData("channels.yaml")]
    [InlineData("offers/cart-rescue.yaml")]
    [InlineData("triggers/cart-left.yaml")]
    public void A_file_that_is_no_YAML_is_one_error_and_not_one_for_each_name_that_it_declares(string file)
    {
        using var shell = new Shell();
        var shop = shell["shop"];
        shell.Run("new", shop);
        File.AppendAllText(Path.Combine(shop, file), "\nlist: [a\n");

        var (exitCode, output, _) = shell.Run("check", shop);

        Assert.Equal(2, exitCode);
        Assert.StartsWith($"./shop/{file}:", output, StringComparison.Ordinal);
        Assert.EndsWith("./shop has 1 error.\n", output, StringComparison.Ordinal);
    }

    private static string Session((int ExitCode, string Output, string Error) result, string command) =>
        $"$ triggers {command}\n{result.Output}{result.Error}[{result.ExitCode}]\n\n";
}
