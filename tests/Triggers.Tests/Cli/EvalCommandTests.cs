using Triggers.Cli;
using Xunit;

namespace Triggers.Tests.Cli;

public sealed class EvalCommandTests
{
    [Fact]
    public void One_expression_shows_its_value_and_its_type() =>
        Assert.Equal((0, "[2, 4]\nlist(dyn)\n", ""), Run("", "eval", "items.map(i, i * 2)", "--vars", """{"items": [1, 2]}"""));

    [Fact]
    public void A_wrong_expression_shows_its_place_and_the_remedy() => Assert.Equal(
        (2, "", "expression:1:1: error TR0220: `itms` is not known here.\n  1 | itms.size()\n    | ^^^^\n  Did you mean `items`?\n\n"),
        Run("", "eval", "itms.size()", "--vars", """{"items": [1, 2]}"""));

    [Fact]
    public void An_expression_without_a_value_says_why() =>
        Assert.Equal((2, "", "error: The expression has no value: divide by zero.\n"), Run("", "eval", "1 / 0"));

    [Fact]
    public void Variables_that_are_no_JSON_are_refused()
    {
        var (exitCode, output, error) = Run("", "eval", "x", "--vars", "{");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith("error: The variables are not JSON: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_are_answered_one_by_one() => Assert.Equal(
        (0, "{\"result\":\"3\",\"type\":\"int\"}\n{\"eval\":\"no such key\"}\n", ""),
        Run("{\"expr\": \"1 + 2\"}\n\n{\"expr\": \"x['b']\", \"vars\": {\"x\": {\"a\": 1}}}\n", "eval", "--jsonl"));

    [Fact]
    public void Either_an_expression_or_lines_must_be_given() =>
        Assert.Equal((2, "", "error: Give either an expression or --jsonl.\n  Run: triggers eval --help\n"), Run("", "eval"));

    private static (int ExitCode, string Output, string Error) Run(string input, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var lines = new StringReader(input);
        var exitCode = CommandLine.Run(args, new(output, error, ShowsProgress: false, ShowsColour: false, Width: 120) { In = () => lines });
        return (exitCode, output.ToString(), error.ToString());
    }
}
