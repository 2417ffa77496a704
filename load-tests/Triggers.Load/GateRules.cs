using Triggers.Engine;
using Triggers.Engine.Leases;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Load;

/// <summary>
/// Rules of which every <c>viewed</c> makes a candidate, with every gate that looks at one customer (again, if, consent, complaint, eligibility with a limit, group, reply
/// window, caps by time and by calendar, quiet hours by the customer's own clock, hold-out; no content) and with a budget and codes, which all customers share, or with none; and a customer who lets all of them say yes: Ann has
/// agreed, wrote on the channel a while ago, and gets <see cref="InARow"/> messages one after the other.
/// </summary>
internal sealed class GateRules
{
    /// <summary>So many messages one after the other; the last meets those before in every count.</summary>
    internal const int InARow = 8;

    private const string Policies = """
        consent: [{ event: agreed, given: event.given }]
        complaints: { opened: complained, closed: solved }
        caps: [{ at_most: 1000, in: 7d }, { channels: [push], at_most: 1000, per: day, then: next-channel }]
        groups: { g: { triggers: [seen, other] } }
        hold_out: { percent: 1, salt: never }
        quiet_hours: { from: 2:00, to: 3:00 }
        """;

    private static readonly Identifier Who = new("user", "ann");
    private static readonly Timestamp Ten = Timestamp.From(new DateTimeOffset(2026, 1, 5, 10, 0, 0, TimeSpan.Zero));
    private readonly byte[] _before;

    /// <summary>The rules and the customer before her first view.</summary>
    internal GateRules(bool withGates)
    {
        Plan = Compile(withGates);
        Leases.Add(LeaseGrant.Everything(Plan));
        var (engine, output, state) = (new CustomerEngine(Plan), new StepOutput(), new CustomerState(Key));
        foreach (var happened in new[] { Event("agreed", "a", Ten, ("given", Value.Of(true))), Event("lives", "l", Ten, ("zone", Value.Of("Asia/Shanghai"))), Event("wrote", "w", Ten) })
        {
            engine.Step(state, new(happened, Ten, 0), output);
        }

        _before = StateCodec.Encode(state);
    }

    /// <summary>The customer.</summary>
    internal static CustomerKey Key { get; } = KeySecret.ForFiles.KeyOf(Who);

    /// <summary>The rules.</summary>
    internal WorkspacePlan Plan { get; }

    /// <summary>All budgets and codes there are.</summary>
    internal LeaseBook Leases { get; } = new();

    /// <summary>When she views for the time of this number, 0 to <see cref="InARow"/> − 1.</summary>
    internal static Timestamp At(int number) => Ten + TimeSpan.FromMinutes(number + 1);

    /// <summary>That view.</summary>
    internal CustomerEvent Viewed(int number) => Event("viewed", $"v{number}", At(number));

    /// <summary>Makes <paramref name="state"/> that of the customer before her first view.</summary>
    internal void Restore(CustomerState state) => StateCodec.Decode(Key, _before, state);

    private CustomerEvent Event(string type, string id, Timestamp at, params (string Field, Value Value)[] fields)
    {
        var made = new CustomerEvent();
        made.Begin(Plan.Catalogue.Find(type)!, Key, Who, id, at);
        foreach (var (field, value) in fields)
        {
            made.Set(made.EventType.Record.Find(field)!.Ordinal, value);
        }

        return made;
    }

    private static WorkspacePlan Compile(bool withGates)
    {
        var (workspace, channel, offer, trigger) = withGates
            ? ("customer_zone: customer.zone\n", ", reply: { to: wrote, within: 48h, at_most: 1000 }", "eligible: customer.kind == \"user\"\nlimit: { at_most: 1000, in: 30d }\n"
                + "cost: 0.01 EUR\nbudget: { amount: 10000000 EUR, per: month }\ncodes: { pool: p }\n",
                ", if: customer.kind == \"user\", again: { after: 30s }, hold_out: { percent: 1, salt: neither }")
            : ("", "", "", "");
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["workspace.yaml"] = $"name: gates\nzone: Europe/Berlin\ncurrency: EUR\n{workspace}",
            ["events.yaml"] = "events:\n  viewed: { from: a, fields: { sku: string? } }\n  agreed: { from: a, fields: { given: bool } }\n  lives: { from: a, fields: { zone: string } }\n"
                + "  complained: { from: a, fields: { about: string? } }\n  solved: { from: a, fields: { about: string? } }\n  wrote: { from: a, fields: { text: string? } }\n",
            ["traits.yaml"] = "traits:\n  zone: { latest: lives.zone }\n",
            ["channels.yaml"] = $"channels: {{ push: {{ address: customer.id{channel} }}, email: {{ address: customer.id }} }}\n",
            ["offers/o.yaml"] = $"offer: o\nlabel: O\n{offer}",
            ["triggers/t.yaml"] = $"- {{ trigger: seen, when: {{ start: viewed }}{trigger}, send: {{ purpose: offer, offer: o, channels: [push, email] }} }}\n"
                + "- { trigger: other, when: { start: solved }, send: { purpose: offer, offer: o, channels: [email] } }\n",
        };
        if (withGates)
        {
            files["policies.yaml"] = Policies;
            files["codes/p.yaml"] = "pool: p\ncount: 100000000\n";
        }

        var diagnostics = new DiagnosticBag();
        return WorkspaceCompiler.Compile(new(files), diagnostics)
            ?? throw new InvalidOperationException($"The rules of the gates have a mistake:\n{DiagnosticText.Write([diagnostics.Sorted()[0]], DiagnosticFormat.Text)}");
    }
}
