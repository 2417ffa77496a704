using Triggers.Engine.Decisions;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Engine.Decisions.Chain;

/// <summary>Each gate taken out in turn: what it refuses or holds then goes out. The approved table says which case goes wrong without which gate.</summary>
public sealed class EveryGateTests
{
    private const string Seen = "- { trigger: seen, when: { start: view }, send: { purpose: offer, offer: gift, channels: [push] }";

    private const string Waits = "- { trigger: seen, when: { start: view, wait: 1m }, send: { purpose: offer, offer: gift, channels: [push] }";

    private const string Short = "channels:\n  push: { address: customer.id, limits: { title: 2 } }\n  email: { address: customer.id }\n";

    private const string Written = "- { offer: rescue, label: R }\n- offer: gift\n  label: G\n"
        + "  content: { push: { en: { title: '{{ customer.name | default: \"a\" }}' } }, email: { en: { title: a } } }\n";

    /// <summary>A case in which the gate says no, and what happens.</summary>
    private static readonly (string Gate, (string, string?)[] Files, string Events)[] Cases =
    [
        ("again", [("triggers/t.yaml", Waits + ", again: { after: 1d } }\n")], "12 10:00 view\n12 10:02 view\n12 10:04 tick"),
        ("stale", [("triggers/t.yaml", Waits + ", stale: 1h }\n")], "12 10:00 view\n12 12:00 late"),
        ("if", [("triggers/t.yaml", Seen + ", if: event.sku == \"b\" }\n")], "12 10:00 view sku=a"),
        ("consent", [("policies.yaml", "consent: [{ event: consent, given: event.given }]\n")], "12 10:00 view"),
        ("complaint", [("policies.yaml", "complaints: { opened: complaint, closed: solved }\n")], "12 10:00 complaint\n12 10:01 view"),
        ("eligibility", [("offers/o.yaml", "- { offer: rescue, label: R }\n- { offer: gift, label: G, eligible: customer.points > 1 }\n")], "12 10:00 view"),
        ("collect", [("policies.yaml", "collect: 5s\n")], "12 10:00 view"),
        ("exclusivity", [("policies.yaml", "groups: { g: { triggers: [seen, left], for: 1d } }\n")], "12 10:00 view\n12 10:01 cart cart=k1\n12 10:31 tick"),
        ("reply-window", [("channels.yaml", "channels:\n  push: { address: customer.id, reply: { to: wrote, within: 1h } }\n  email: { address: customer.id }\n")], "12 10:00 view"),
        ("cap", [("policies.yaml", "caps: [{ at_most: 1, per: day }]\n")], "12 10:00 view\n12 10:01 view"),
        ("address", [("channels.yaml", "channels:\n  push: { address: customer.email }\n  email: { address: customer.email }\n")], "12 10:00 view"),
        ("budget", [("offers/o.yaml", "- { offer: rescue, label: R }\n- { offer: gift, label: G, budget: { count: 1 } }\n")], "12 10:00 view\n12 10:01 view"),
        ("codes", [("codes/p.yaml", "pool: p\ncodes: [A1]\n"), ("offers/o.yaml", "- { offer: rescue, label: R }\n- { offer: gift, label: G, codes: { pool: p } }\n")], "12 10:00 view\n12 10:01 view"),
        ("quiet-hours", [("policies.yaml", "quiet_hours: { from: 22:00, to: 8:00 }\n")], "12 22:00 view"),
        ("content", [("offers/o.yaml", Written), ("channels.yaml", Short)], "12 10:00 profile name=abc\n12 10:01 view"),
        ("hold-out", [("policies.yaml", "hold_out: { percent: 50, salt: SALT }\n")], "12 10:00 view"),
    ];

    [Fact]
    public void Without_a_gate_what_it_stops_goes_out()
    {
        var table = Cases.Select(one =>
        {
            var files = one.Files.Select(file => (file.Item1, file.Item2?.Replace("SALT", HeldOutBy(), StringComparison.Ordinal))).ToArray();
            var (with, without) = (new GateStory(files).On(one.Events), new GateStory(files).Without(one.Gate).On(one.Events));
            Assert.NotEqual(with.Text, without.Text);
            return $"{one.Gate}\n  with     {Indent(with.Text)}\n  without  {Indent(without.Text)}\n";
        });

        ApprovedText.Verify(string.Concat(table), "every-gate");
    }

    [Fact]
    public void There_is_a_case_for_every_gate() => Assert.Equal(new GateStory().GateNames.Order(), Cases.Select(one => one.Gate).Order());

    [Fact]
    public void A_state_can_name_every_gate() => Assert.Empty(new GateStory().GateNames.Except(GateChain.Names));

    /// <summary>A salt by which Ann is held out.</summary>
    private static string HeldOutBy() => Enumerable.Range(0, 64).Select(number => $"s{number}").First(salt =>
        new GateStory(("policies.yaml", $"hold_out: {{ percent: 50, salt: {salt} }}\n")).On("12 10:00 view").Messages.Count == 0);

    private static string Indent(string text) => text.Length == 0 ? "(nothing)" : text.Replace("\n", "\n           ", StringComparison.Ordinal);
}
