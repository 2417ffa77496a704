using Triggers.Language.Text;
using Triggers.Language.Workspaces;
using Triggers.Language.Workspaces.Definitions;
using Triggers.Language.Workspaces.Reading;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Language.Workspaces;

public sealed class WorkspaceCompilerTests
{
    [Fact]
    public void The_sample_shop_becomes_a_plan() => ApprovedText.Verify(PlanText.Write(Samples.Shop.Plan()), "plan-of-the-sample-shop");

    [Fact]
    public void The_clicks_of_rees46_become_a_plan() => ApprovedText.Verify(PlanText.Write(Support.Workspaces.Folder("tests", "Scenarios", "rees46").Plan()), "plan-of-rees46");

    [Fact]
    public void Ten_mistakes_give_ten_errors_in_one_go()
    {
        var wrong = Samples.Shop.With(
            ("workspace.yaml", "name: shop\nzone: Europe/Berlni\ncurrency: EUR\n"),
            ("events.yaml",
                """
                events:
                  cart.updated: { from: clicks, fields: { cart: string, value: money, items: integer } }
                  order.placed: { from: orders, fields: { order: string, value: money }, latenes: 1h }
                """),
            ("traits.yaml", "traits:\n  email: { latest: order.placed.mail }\n"),
            ("triggers/cart-left.yaml",
                """
                trigger: cart-left
                when:
                  start: cart.updated
                  where: event.valeu > event.value
                  repeat: resart
                  until: [order.palced]
                  wait: 30 minutes
                send: { purpose: offer, offer: cart-resuce, channels: [push, sms] }
                """));

        ApprovedText.Verify(wrong.Check(), "ten-mistakes");
    }

    [Fact]
    public void The_version_follows_the_files_that_decide_outcomes()
    {
        var version = WorkspaceCompiler.VersionOf(Samples.Shop);

        Assert.Equal(version, WorkspaceCompiler.VersionOf(Samples.Shop.With(("README.md", "Read me."), ("tests/cart.yaml", "test: x"))));
        Assert.Equal(version, WorkspaceCompiler.VersionOf(Samples.Shop.With(("workspace.yaml", Samples.Shop.Files["workspace.yaml"].ReplaceLineEndings("\r\n")))));
        Assert.NotEqual(version, WorkspaceCompiler.VersionOf(Samples.Shop.With(("workspace.yaml", Samples.Shop.Files["workspace.yaml"] + " "))));
        Assert.NotEqual(version, WorkspaceCompiler.VersionOf(Samples.Shop.With(("offers/other.yaml", "offer: other\nlabel: Other\n"))));
        Assert.Equal(version, Samples.Shop.Plan().Version);
    }

    [Fact]
    public void An_empty_workspace_names_the_files_it_needs() => ApprovedText.Verify(Support.Workspaces.Text("").Check(), "empty-workspace");

    [Fact]
    public void Diagnostics_come_in_the_order_of_files_and_places()
    {
        var diagnostics = new DiagnosticBag();
        WorkspaceCompiler.Compile(Samples.Shop.With(("workspace.yaml", "nam: shop\nzone: x\n"), ("a.yaml", "x: 1\n")), diagnostics);

        Assert.Equal(
            ["a.yaml:1:1", "workspace.yaml:1:1", "workspace.yaml:1:1", "workspace.yaml:2:7"],
            diagnostics.Sorted().Select(d => $"{d.Span.Source.Name}:{d.Span.Source.Position(d.Span.Start).Line}:{d.Span.Source.Position(d.Span.Start).Column}"));
    }

    [Fact]
    public void What_cannot_run_yet_is_refused_and_is_the_only_mistake()
    {
        var diagnostics = new DiagnosticBag();
        WorkspaceCompiler.Compile(Samples.Everything, diagnostics);

        Assert.Equal("", DiagnosticText.Write([.. diagnostics.Sorted().Where(d => d.Code is not ("TR0121" or "TR0601"))], DiagnosticFormat.Text));
        var refused = diagnostics.Sorted().Where(d => d.Code == "TR0121").Select(d => d.Message.Split('`')[1]).Distinct().Order();
        Assert.Equal(UnbuiltFeatures.All.Keys.Select(name => name[(name.LastIndexOf('.') + 1)..]).Distinct().Order(), refused);
    }

    [Fact]
    public void Channels_offers_and_policies_become_plans()
    {
        var diagnostics = new DiagnosticBag();
        var reader = new WorkspaceReader(new(Samples.Everything, diagnostics), diagnostics);
        var plan = reader.Read("0");

        ApprovedText.Verify(MessagingPlanText.Write(plan.Channels, reader.Messaging!), "plan-of-messaging");
    }

    [Fact]
    public void Every_line_of_the_not_built_table_names_a_key_of_the_language()
    {
        var known = FileKinds.All.SelectMany(kind => Objects(kind.Root)).SelectMany(o => o.Keys.Select(k => $"{o.Name}.{k.Name}")).ToHashSet();

        Assert.Equal([], UnbuiltFeatures.All.Keys.Except(known));
    }

    private static IEnumerable<ObjectDefinition> Objects(Shape shape) => shape switch
    {
        ObjectDefinition definition => definition.Keys.SelectMany(k => Objects(k.Shape)).Prepend(definition),
        ListShape list => Objects(list.Item),
        MapShape map => Objects(map.Value),
        EitherShape either => either.Forms.SelectMany(Objects),
        _ => [],
    };
}
