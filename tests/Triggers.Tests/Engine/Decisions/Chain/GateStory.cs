using System.Globalization;
using Triggers.Engine;
using Triggers.Engine.Leases;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Model.Values;
using Triggers.Model.Verdicts;
using Triggers.Tests.Support;

namespace Triggers.Tests.Engine.Decisions.Chain;

/// <summary>
/// What happens to Ann, who lives in Berlin, in a workspace in YAML: events at a day and time of January 2026 (UTC), each a line <c>12 10:30 cart cart=k1 value=80</c>.
/// Timers fire on the minute in between. After every step her state goes through its blob and back, and every message and decision is held against its schema.
/// </summary>
internal sealed class GateStory
{
    private static readonly Identifier Ann = new("user", "ann");
    private static readonly CustomerKey Key = KeySecret.ForFiles.KeyOf(Ann);

    private readonly WorkspacePlan _plan;
    private readonly CustomerEngine _engine;
    private readonly StepOutput _output = new();
    private readonly LeaseBook _leases = new();
    private readonly List<string> _lines = [];
    private CustomerState _state = new(Key);
    private int _count;
    private bool _isWhole = true;

    /// <summary>The story in this workspace: files that replace or add to those of the shop.</summary>
    public GateStory(params (string Path, string? Content)[] changes)
    {
        _plan = Shop.With(changes).Plan();
        _engine = new(_plan);
        _leases.Add(LeaseGrant.Everything(_plan));
    }

    /// <summary>The shop without any gate but the address.</summary>
    public static Triggers.Language.Workspaces.WorkspaceFiles Shop { get; } = Workspaces.Text(
        """
        === workspace.yaml
        name: shop
        zone: Europe/Berlin
        currency: EUR
        locale: en
        customer_locale: customer.language
        === events.yaml
        events:
          cart: { from: a, fields: { cart: string?, value: int? } }
          order: { from: a, fields: { cart: string? } }
          view: { from: a, fields: { sku: string? } }
          profile: { from: a, fields: { email: string?, name: string?, language: string?, favourite: string?, points: int? } }
          consent: { from: a, fields: { given: bool, channel: string?, purpose: string? } }
          complaint: { from: a, fields: { about: string? } }
          solved: { from: a, fields: { about: string? } }
          wrote: { from: a, fields: { text: string? } }
          message.failed: { from: a, fields: { message: string } }
          message.clicked: { from: a, fields: { message: string } }
        === traits.yaml
        traits:
          email: { latest: profile.email }
          name: { latest: profile.name }
          language: { latest: profile.language }
          favourite: { latest: profile.favourite }
          points: { latest: profile.points }
        === channels.yaml
        channels:
          push: { address: customer.id }
          email: { address: customer.email }
        === offers/o.yaml
        - { offer: rescue, label: Rescue }
        - { offer: gift, label: Gift }
        === triggers/t.yaml
        - trigger: left
          when: { start: cart, key: event.cart, wait: 30m, until: [order] }
          send: { purpose: offer, offer: rescue, channels: [push, email] }
        - trigger: seen
          when: { start: view }
          send: { purpose: offer, offer: gift, channels: [push, email] }
        """);

    /// <summary>The names of all gates, in their order.</summary>
    public IEnumerable<string> GateNames => _engine.Gates.Gates.Select(gate => gate.Name).Where(name => name != "channel").Concat(_engine.Gates.Checks.Select(check => check.Name)).Distinct();

    /// <summary>Everything decided, one line a decision: time, trigger, outcome, gate.</summary>
    public string Text => string.Join('\n', _lines);

    /// <summary>All decisions.</summary>
    public List<Decision> Decisions { get; } = [];

    /// <summary>All messages.</summary>
    public List<Triggers.Model.Outbound.Message> Messages { get; } = [];

    /// <summary>The same without a gate; what goes out then may break the schema.</summary>
    public GateStory Without(string gate)
    {
        _isWhole = false;
        _engine.Gates.Gates.RemoveAll(one => one.Name == gate);
        _engine.Gates.Checks.RemoveAll(one => one.Name == gate);
        return this;
    }

    /// <summary>Events, one a line; <c>late</c>: time passes without the timers in between.</summary>
    public GateStory On(string events)
    {
        foreach (var line in events.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ');
            var at = Time(words[0], words[1]);
            if (words[2] != "late")
            {
                Pass(at);
            }

            Step(words[2] is "tick" or "late" ? null : Event(words[2], at, words[3..]), at);
        }

        return this;
    }

    private static Timestamp Time(string day, string time) =>
        Timestamp.From(new DateTimeOffset(2025, 12, 31, 0, 0, 0, TimeSpan.Zero).AddDays(int.Parse(day, CultureInfo.InvariantCulture))) + TimeSpan.Parse(time, CultureInfo.InvariantCulture);

    private CustomerEvent Event(string type, Timestamp at, string[] fields)
    {
        var declared = _plan.Catalogue.Find(type)!;
        var made = new CustomerEvent();
        made.Begin(declared, Key, Ann, $"e{++_count}", at);
        foreach (var field in fields)
        {
            var (name, text) = (field.Split('=')[0], field.Split('=')[1]);
            var found = declared.Record.Find(name)!;
            text = text == "LAST" ? Messages[^1].Id : text;
            made.Set(found.Ordinal, found.Type.Kind switch
            {
                DataTypeKind.Int => Value.Of(long.Parse(text, CultureInfo.InvariantCulture)),
                DataTypeKind.Bool => Value.Of(text == "true"),
                _ => Value.Of(text),
            });
        }

        return made;
    }

    /// <summary>Timers that are due before fire at their own instants.</summary>
    private void Pass(Timestamp until)
    {
        while (_state.NextDeadline < until)
        {
            Step(null, _state.NextDeadline);
        }
    }

    private void Step(CustomerEvent? happened, Timestamp now)
    {
        _output.Clear();
        _engine.Step(_state, new(happened, now, int.MaxValue) { Leases = _leases }, _output);
        if (_isWhole)
        {
            ContractSchema.Verify(_output);
        }

        Decisions.AddRange(_output.Decisions);
        Messages.AddRange(_output.Messages);
        _lines.AddRange(_output.Decisions.Select(Describe));
        var blob = StateCodec.Encode(_state);
        _state = StateCodec.Decode(Key, blob);
        if (!blob.AsSpan().SequenceEqual(StateCodec.Encode(_state)))
        {
            throw new InvalidOperationException("The state is another after it was written and read.");
        }
    }

    private static string Describe(Decision decision)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(decision.DecidedAt.UnixMilliseconds).ToString("dd HH:mm", CultureInfo.InvariantCulture);
        return decision.Outcome switch
        {
            Outcome.Sent => $"{at} {decision.Trigger} sent {decision.Offer} on {decision.Channel}",
            Outcome.Held => $"{at} {decision.Trigger} held by {decision.Gate} until {Wake(decision)}",
            _ => $"{at} {decision.Trigger} refused by {decision.Gate}: {decision.Reason}",
        };
    }

    private static string Wake(Decision decision) => decision.WakeAt is { } wake
        ? DateTimeOffset.FromUnixTimeMilliseconds(wake.UnixMilliseconds).ToString("dd HH:mm:ss", CultureInfo.InvariantCulture)
        : "the next event";
}
