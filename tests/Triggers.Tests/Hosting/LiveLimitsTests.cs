using Triggers.Hosting.Serving;
using Triggers.Language.Workspaces;
using Triggers.Runtime.Ports;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Hosting;

/// <summary>What runs over files and is refused before a process serves it, or publishes it to those that do.</summary>
public sealed class LiveLimitsTests
{
    private const string Events = "events:\n  seen: { from: clicks, fields: { page: string } }\n";

    private const string Json = Events + "mapping:\n  clicks: { format: json, id: id, type: type, time: at, customer: { user: who } }\n";

    private static readonly WorkspaceFiles Shop = Workspaces.Text(
        $$"""
        === workspace.yaml
        name: shop
        zone: Etc/UTC
        currency: EUR
        === events.yaml
        {{Json}}
        === channels.yaml
        channels:
          push: { address: customer.id }
        === offers/o.yaml
        offer: gift
        label: A gift
        === triggers/t.yaml
        trigger: t
        when: { start: seen }
        send: { purpose: offer, offer: gift, channels: [push] }

        """);

    [Fact]
    public void What_every_partition_can_decide_alone_is_served() => LiveLimits.Check(Shop.Plan());

    [Theory]
    [InlineData("offers/o.yaml", "offer: gift\nlabel: A gift\nbudget: { count: 5 }\n", "The workspace has the budget `offer gift`, which all customers share")]
    [InlineData("policies.yaml", "budgets: { spring: { count: 5, triggers: [t] } }\n", "The workspace has the budget `spring`, which all customers share")]
    [InlineData("triggers/t.yaml", "trigger: t\nwhen: { start: seen }\nbudget: { count: 5 }\nsend: { purpose: offer, offer: gift, channels: [push] }\n", "The workspace has the budget `trigger t`, which all customers share")]
    [InlineData("offers/o.yaml", "offer: gift\nlabel: A gift\ncodes: { pool: p }\n", "The offer gift gives out codes of the pool `p`, which all customers share")]
    [InlineData("events.yaml", Events + "mapping:\n  clicks: { format: csv, id: id, type: type, time: at, customer: { user: who } }\n", "The workspace reads topic clicks as CSV")]
    [InlineData("events.yaml", Events + "mapping:\n  clicks: { format: json, id: id, type: type, time: at, customer: { user: who }, group: { by: page, within: 5m } }\n", "The workspace groups the rows of topic clicks")]
    public void What_partitions_would_have_to_agree_on_or_a_topic_does_not_hold_is_refused(string file, string text, string message)
    {
        var fault = Assert.Throws<OutsideFault>(() => LiveLimits.Check(Shop.With((file, text), ("codes/p.yaml", "pool: p\ncount: 5\n")).Plan()));

        Assert.StartsWith(message, fault.Message, StringComparison.Ordinal);
        Assert.NotEmpty(fault.Remedy!);
    }
}
