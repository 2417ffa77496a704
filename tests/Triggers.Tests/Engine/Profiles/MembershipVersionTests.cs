using Triggers.Engine;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Events;
using Triggers.Model.Values;
using Triggers.Tests.Engine.Support;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Engine.Profiles;

public class MembershipVersionTests
{
    [Fact]
    public void A_version_that_keeps_fewer_values_of_a_trait_judges_its_segments_without_telling_anybody()
    {
        var (state, output) = (new CustomerState(Shop.AnnKey), new StepOutput());
        var (three, one) = (Plan(keep: 3), Plan(keep: 1));
        new CustomerEngine(three).Step(state, new(View(three, "e1", 1), Shop.At(1), 0), output);
        new CustomerEngine(three).Step(state, new(View(three, "e2", 2), Shop.At(2), 0), output);
        Assert.Equal(["browsing"], output.Memberships.Select(m => m.Membership.Name));

        output.Clear();
        new CustomerEngine(one).Step(state, new(View(one, "e3", 3), Shop.At(3), 0), output);

        Assert.Empty(output.Memberships);
        Assert.DoesNotContain("browsing", StateText.Describe(state, one), StringComparison.Ordinal);
    }

    private static CustomerEvent View(WorkspacePlan plan, string id, double minute)
    {
        var happened = new CustomerEvent();
        happened.Begin(plan.Catalogue.Find("product.viewed")!, Shop.AnnKey, Shop.Ann, id, Shop.At(minute));
        happened.Set(happened.Type.Find("sku")!.Ordinal, Value.Of(id));
        return happened;
    }

    private static WorkspacePlan Plan(int keep) => Workspaces.Text(
        $$"""
        === workspace.yaml
        name: shop
        zone: Europe/Berlin
        currency: EUR
        locale: de
        === events.yaml
        events:
          product.viewed: { from: clicks, fields: { sku: string } }
        === traits.yaml
        traits:
          seen: { last: product.viewed.sku, n: {{keep}} }
        === segments.yaml
        segments:
          browsing: size(customer.seen) >= 2
        === channels.yaml
        channels:
          push: { address: customer.id }
        === offers/hello.yaml
        offer: hello
        label: Hello
        === triggers/hello.yaml
        trigger: hello
        when: { leaves: browsing }
        send: { purpose: offer, offer: hello, channels: [push] }
        """).Plan();
}
