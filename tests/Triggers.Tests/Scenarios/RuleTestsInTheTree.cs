using Triggers.Cli.Output;
using Triggers.Language.Text;
using Triggers.Language.Workspaces;
using Triggers.Runtime.Scenarios.RuleTests;
using Triggers.Tests.Language.Workspaces;
using Xunit;

namespace Triggers.Tests.Scenarios;

public sealed class RuleTestsInTheTree
{
    [Fact]
    public void The_rule_tests_of_every_workspace_pass_and_name_every_trigger()
    {
        var faults = new List<string>();
        var count = 0;
        foreach (var (name, files) in WorkspacesInTheTree.All())
        {
            var diagnostics = new DiagnosticBag();
            if (WorkspaceCompiler.CompileWithTests(files, diagnostics) is not ({ } plan, { } tests))
            {
                faults.Add($"{name} has mistakes:\n{DiagnosticText.Write(diagnostics.Sorted(), DiagnosticFormat.Text)}");
                continue;
            }

            var results = tests.Select(test => RuleTestRunner.Run(plan, test)).ToList();
            count += results.Count;
            if (results.Any(result => !result.Passed))
            {
                faults.Add(RuleTestReport.Write(name, [.. results.Where(result => !result.Passed)]));
            }

            var tested = tests.SelectMany(test => test.Expect.Select(e => e.Trigger)).ToHashSet();
            faults.AddRange(plan.Triggers.Where(trigger => !tested.Contains(trigger.Name)).Select(trigger => $"{name}: no test expects a message of {trigger.Name}."));
        }

        Assert.Equal("", string.Join('\n', faults));
        Assert.True(count > 20, $"Only {count} rule tests were found.");
    }
}
