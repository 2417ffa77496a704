using Triggers.Engine.Profiles;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Language.Workspaces.RuleTests;

namespace Triggers.Runtime.Scenarios.RuleTests;

/// <summary>
/// Runs rule tests with virtual time: each is a small file run of its own, its events in order of time, a tick at each deadline, then on until nothing waits any more or to the
/// test's <c>until</c>.
/// </summary>
public static class RuleTestRunner
{
    /// <summary>Runs one test of the workspace that <paramref name="plan"/> comes from.</summary>
    public static RuleTestResult Run(WorkspacePlan plan, RuleTest test)
    {
        var cast = new RuleTestCast(plan, test);
        using var feed = new RuleTestFeed(test, cast);
        var record = new RuleTestRecord(feed, cast);
        var until = test.Until is { } end ? RunUntil.At(end) : RunUntil.End;
        new FileRun(plan, until, record, Known(plan, test, cast)).Execute(feed, TimeProvider.System);
        return new(test, RuleTestComparison.Compare(plan, test, record));
    }

    private static IEnumerable<CustomerState> Known(WorkspacePlan plan, RuleTest test, RuleTestCast cast) => test.Customers.Select(
        customer => AssumedCustomer.Create(plan, cast.KeyOf(customer.Id), cast.IdentifierOf(customer.Id), customer.Traits, test.Start));
}
