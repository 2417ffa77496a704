using Triggers.Engine;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Model.Values;
using Triggers.Tests.Engine.Support;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Engine.Profiles;

public class KeyedTraitTests
{
    private const int MostKeys = 64;

    private static readonly WorkspacePlan Plan = Workspaces.Text(
        """
        === workspace.yaml
        name: shop
        zone: Europe/Berlin
        currency: EUR
        locale: de
        === events.yaml
        events:
          product.viewed: { from: clicks, fields: { sku: string, score: double? } }
          page.opened: { from: clicks, fields: { path: string } }
        === traits.yaml
        traits:
          views: { count: product.viewed, by: event.sku, in: 10m }
          scores: { sum: product.viewed.score, by: event.sku }
        === channels.yaml
        channels:
          views: { address: "string(size(customer.views)) + (\"s0\" in customer.views ? \" with s0\" : \"\")" }
          scores: { address: string(size(customer.scores)) }
        === offers/hello.yaml
        offer: hello
        label: Hello
        === triggers/tells-views.yaml
        trigger: tells-views
        when: { start: page.opened }
        send: { purpose: offer, offer: hello, channels: [views] }
        === triggers/tells-scores.yaml
        trigger: tells-scores
        when: { start: page.opened }
        send: { purpose: offer, offer: hello, channels: [scores] }
        """).Plan();

    private readonly CustomerEngine _engine = new(Plan);
    private readonly CustomerState _state = new(Shop.AnnKey);
    private readonly StepOutput _output = new();
    private int _events;

    [Fact]
    public void An_event_that_is_too_old_for_the_window_takes_no_value_the_place()
    {
        for (var i = 0; i < MostKeys; i++)
        {
            View($"s{i}", minute: 100 + (i / 100.0));
        }

        View("too-old", minute: 80);

        Assert.Equal(["64 with s0", "0"], Told());

        View("new", minute: 101);

        Assert.Equal(["64", "0"], Told());
    }

    [Fact]
    public void A_number_that_is_too_great_to_be_summed_brings_no_value_into_being()
    {
        View("s1", minute: 1, score: 2e18);
        View("s2", minute: 2, score: 1.5);

        Assert.Equal(["2", "1"], Told());
    }

    private void View(string sku, double minute, double? score = null) =>
        Step("product.viewed", minute, ("sku", Value.Of(sku)), ("score", score is null ? Value.Absent : Value.Of(score.Value)));

    private IEnumerable<string> Told()
    {
        _output.Clear();
        Step("page.opened", 0, ("path", Value.Of("/")));
        return _output.Messages.OrderByDescending(m => m.Trigger, StringComparer.Ordinal).Select(m => m.Address);
    }

    private void Step(string type, double minute, params (string Field, Value Value)[] fields)
    {
        var happened = new CustomerEvent();
        happened.Begin(Plan.Catalogue.Find(type)!, Shop.AnnKey, Shop.Ann, $"e{_events++}", Shop.At(minute));
        foreach (var (field, value) in fields)
        {
            happened.Set(happened.Type.Find(field)!.Ordinal, value);
        }

        _engine.Step(_state, new(happened, Timestamp.Max(_state.Clock, happened.Time), 0), _output);
    }
}
