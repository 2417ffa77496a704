using System.Runtime.CompilerServices;
using Triggers.Language.Plan;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Rulesets;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Rulesets;

public sealed class RulesetCacheTests
{
    private static readonly byte[] Bundle = WorkspaceBundle.Pack(Support.Workspaces.Text(
        """
        === workspace.yaml
        name: shop
        zone: Etc/UTC
        currency: EUR
        === events.yaml
        events:
          page.viewed: { from: clicks }
        """));

    private readonly PlanCompiler _plans;
    private int _compiled;

    public RulesetCacheTests() => _plans = new(compile =>
    {
        Interlocked.Increment(ref _compiled);
        return Task.Run(compile);
    });

    [Fact]
    public async Task Rules_that_somebody_holds_are_made_once_however_often_they_are_asked_for()
    {
        var cache = new RulesetCache(_plans);

        var rules = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => cache.PrepareAsync(Bundle)));

        Assert.All(rules, each => Assert.Same(rules[0], each));
        Assert.Same(rules[0], await cache.PrepareAsync(Bundle.ToArray()));
        Assert.Same(rules[0], cache.Resolve(Bundle));
        Assert.Equal(1, _compiled);
    }

    [Fact]
    public async Task Two_threads_share_a_plan_and_have_an_engine_each()
    {
        var first = await new RulesetCache(_plans).PrepareAsync(Bundle);
        var second = await new RulesetCache(_plans).PrepareAsync(Bundle);

        Assert.Same(first.Plan, second.Plan);
        Assert.NotSame(first.Engine, second.Engine);
        Assert.Equal(1, _compiled);
    }

    [Fact]
    public void Rules_that_were_not_prepared_are_made_at_once_and_known_from_then_on()
    {
        var cache = new RulesetCache(_plans);

        var rules = cache.Resolve(Bundle);

        Assert.Same(rules, cache.Resolve(Bundle));
        Assert.Equal("shop", rules.Plan.Name);
    }

    [Fact]
    public async Task A_bundle_that_cannot_be_read_is_a_fault_with_a_remedy_each_time_it_is_asked_for()
    {
        var cache = new RulesetCache(_plans);
        byte[] damaged = [.. WorkspaceBundle.Pack(Support.Workspaces.Text("=== workspace.yaml\nname: [\n"))];

        var prepared = await Assert.ThrowsAsync<OutsideFault>(() => cache.PrepareAsync(damaged));
        await Assert.ThrowsAsync<OutsideFault>(() => cache.PrepareAsync(damaged));

        Assert.Equal(2, _compiled);
        Assert.Equal("Run the version that published it, or a newer one.", prepared.Remedy);
        Assert.Equal(prepared.Message, Assert.Throws<OutsideFault>(() => cache.Resolve(damaged)).Message);
    }

    [Fact]
    public void Rules_that_nobody_holds_are_gone()
    {
        var cache = new RulesetCache(_plans);
        var (rules, plan) = MakeAndForget(cache);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(rules.TryGetTarget(out _));
        Assert.False(plan.TryGetTarget(out _));
        Assert.NotNull(cache.Resolve(Bundle));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference<Ruleset> Rules, WeakReference<WorkspacePlan> Plan) MakeAndForget(RulesetCache cache)
    {
        var rules = cache.Resolve(Bundle);
        return (new(rules), new(rules.Plan));
    }
}
