using Triggers.Cli.Output;
using Triggers.Engine;
using Triggers.Engine.Decisions;
using Triggers.Tests.Docs;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Cli;

public sealed class DemoTests(DemoWorld demo) : IClassFixture<DemoWorld>
{
    [Fact]
    public void The_demo_tells_a_marketer_what_triggers_do() => ApprovedText.Verify(demo.Shown, nameof(The_demo_tells_a_marketer_what_triggers_do));

    [Fact]
    public void Every_gate_stops_something_in_the_demo()
    {
        var seen = demo.Decisions.Select(decision => decision.Gate).Where(gate => gate.Length > 0).ToHashSet();

        // A crowd takes a thousand runs of one customer.
        Assert.Equal([Judgement.CrowdName], GateChain.Names.Except(seen));
        Assert.Equal(["collect", "quiet-hours"], seen.Where(gate => demo.Decisions.All(decision => decision.Gate != gate || decision.Outcome == "held")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_gate_has_words() => Assert.Equal(GateChain.Names.Order(StringComparer.Ordinal), GateWords.Names.Order(StringComparer.Ordinal));

    [Fact]
    public void One_decision_of_each_kind_is_explained_so_that_a_marketer_understands_it()
    {
        var sent = demo.Decisions.Where(decision => decision.Outcome == "sent").Select(decision => decision.Id).ToHashSet();
        var kinds = demo.Decisions.Where(decision => decision.Outcome != "held" || sent.Contains(decision.Id))
            .DistinctBy(decision => (decision.Outcome, decision.Gate)).OrderBy(decision => decision.Outcome, StringComparer.Ordinal).ThenBy(decision => decision.Gate, StringComparer.Ordinal);

        ApprovedText.Verify(
            string.Concat(kinds.Select(kind => $"# {kind.Outcome} {kind.Gate}\n{demo.Type("explain", "DIR/demo/results", "--message", kind.Id)}".Replace(" \n", "\n", StringComparison.Ordinal))),
            "explained-gates");
    }

    [Fact]
    public void The_readme_shows_what_the_demo_prints()
    {
        var blocks = Document.Of("README.md").Blocks("text").Select(block => block.Code.TrimEnd('\n')).ToList();
        var printed = demo.Shown + demo.Type("explain", "DIR/demo/results", "--customer", "c02518");

        Assert.Equal(2, blocks.Count);
        Assert.All(blocks, block => Assert.Contains(block, printed, StringComparison.Ordinal));
    }
}
