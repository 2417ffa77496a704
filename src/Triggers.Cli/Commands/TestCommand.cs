using System.CommandLine;
using Triggers.Cli.Output;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.RuleTests;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Scenarios.RuleTests;

namespace Triggers.Cli.Commands;

/// <summary><c>triggers test WORKSPACE</c>: the rule tests of a workspace, in virtual time.</summary>
public static class TestCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var workspace = WorkspaceArgument.Required();
        var filter = new Option<string?>("--filter") { Description = "Only tests with this text in their name or in the name of their file; case does not matter.", HelpName = "TEXT" };
        var format = new Option<string>("--format") { Description = "text for people, junit for build servers.", DefaultValueFactory = _ => "text" };
        format.OneOf("text", "junit");
        var command = new Command("test", "Run the tests of a workspace: given these events, exactly these messages. A failed test says why.") { workspace, filter, format };
        command.SetAction(parsed => Test(parsed.GetRequiredValue(workspace), parsed.GetValue(filter), parsed.GetRequiredValue(format), terminal));
        return command;
    }

    private static int Test(string folder, string? filter, string format, Terminal terminal)
    {
        if (WorkspaceReading.Usable(folder, terminal) is not { Plan: { } plan } reading)
        {
            return ExitCode.Refused;
        }

        var results = Chosen(reading.Tests, filter).Select(test => RuleTestRunner.Run(plan, test)).ToList();
        terminal.Out.Write(format == "junit" ? RuleTestJUnit.Write(plan.Name, results) : RuleTestReport.Write(folder, results));
        return results.All(result => result.Passed) ? ExitCode.Done : ExitCode.Failed;
    }

    private static List<RuleTest> Chosen(IReadOnlyList<RuleTest> tests, string? filter)
    {
        var chosen = tests.Where(test => filter is null || Has(test.Name, filter) || Has(test.Place.Source.Name, filter)).ToList();
        return chosen.Count > 0 || tests.Count == 0
            ? chosen
            : throw new OutsideFault(
                $"No test has `{filter}` in its name or in the name of its file.", Remedy(filter!, tests));
    }

    private static string Remedy(string filter, IReadOnlyList<RuleTest> tests) =>
        NearestName.Find(filter, [.. tests.Select(test => test.Name)]) is { } nearest ? $"Did you mean `{nearest}`?" : "Run without --filter to see all.";

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
