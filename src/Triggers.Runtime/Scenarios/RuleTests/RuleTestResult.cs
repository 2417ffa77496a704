using Triggers.Language.Workspaces.RuleTests;

namespace Triggers.Runtime.Scenarios.RuleTests;

/// <summary>What one rule test showed.</summary>
/// <param name="Test">The test.</param>
/// <param name="Differences">What was expected first, in the order of the file, then what else came, by time; empty when the test passed.</param>
public sealed record RuleTestResult(RuleTest Test, IReadOnlyList<RuleTestDifference> Differences)
{
    /// <summary>True when exactly the expected came.</summary>
    public bool Passed => Differences.Count == 0;
}
