using Triggers.Engine;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Model.Values;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Engine.Decisions.Chain;

/// <summary>
/// Thousands of customers with random candidates, consents, complaints and failures: exactly the messages go out that <see cref="NaiveGates"/> says, none more and none less.
/// </summary>
public sealed class GateOracleTests
{
    private const long Hour = 3_600_000;
    private const int Customers = 2_000;
    private const int EventsOfEach = 60;

    private static readonly long Start = new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    private static readonly string[] Kinds = ["view", "view", "view", "view", "cart", "consent", "consent", "complaint", "solved", "solved", "message.failed"];

    private static readonly WorkspacePlan Plan = GateStory.Shop.With(
        ("policies.yaml", "consent: [{ event: consent, given: event.given }]\ncomplaints: { opened: complaint, closed: solved }\n"
            + "caps: [{ at_most: 2, in: 1d }, { at_most: 3, per: week }]\nquiet_hours: { from: 22:00, to: 8:00 }\n"),
        ("triggers/t.yaml", "- { trigger: seen, when: { start: view }, send: { purpose: offer, offer: gift, channels: [push] } }\n"
            + "- { trigger: left, when: { start: cart }, send: { purpose: care, offer: rescue, channels: [push], counts: false, ignores_caps: true } }\n")).Plan();

    [Fact]
    public void Exactly_the_messages_go_out_that_the_description_of_the_gates_allows()
    {
        var engine = new CustomerEngine(Plan);
        var messages = 0;
        for (var number = 0; number < Customers; number++)
        {
            messages += Compare(engine, number);
        }

        Assert.InRange(messages, Customers, Customers * EventsOfEach);
    }

    private static int Compare(CustomerEngine engine, int number)
    {
        var (random, who) = (new Random(number), new Identifier("user", $"u{number}"));
        var key = KeySecret.ForFiles.KeyOf(who);
        var (state, output, oracle) = (new CustomerState(key), new StepOutput(), new NaiveGates());
        var sent = new List<string>();
        var ids = new Dictionary<string, string>();
        var now = Start;
        for (var i = 0; i < EventsOfEach; i++)
        {
            // Odd milliseconds: no event at the very moment at which quiet hours begin or end.
            now += (random.NextInt64(6 * Hour) * 2) + 1 + (now % 2);
            var kind = i == 0 ? "consent" : Kinds[random.Next(Kinds.Length)];
            var given = i == 0 || random.Next(4) > 0;
            var failed = sent.Count == 0 ? "none" : sent[random.Next(sent.Count)].Split(' ')[1];
            var happened = new CustomerEvent();
            happened.Begin(Plan.Catalogue.Find(kind)!, key, who, $"e{i}", new(now));
            Set(happened, "given", Value.Of(given));
            Set(happened, "message", Value.Of(ids.GetValueOrDefault(failed, "none")));

            Pass(engine, state, new(now - 1), output, sent, ids);
            Step(engine, state, new(happened, new(now), 0), output, sent, ids);
            state = StateCodec.Decode(key, StateCodec.Encode(state));

            oracle.Pass(now - 1);
            Tell(oracle, kind, $"e{i}", now, given, failed);
        }

        Assert.Equal(oracle.Sent, sent);
        return sent.Count;
    }

    private static void Set(CustomerEvent happened, string field, Value value)
    {
        if (happened.EventType.Record.Find(field) is { } found)
        {
            happened.Set(found.Ordinal, value);
        }
    }

    private static void Tell(NaiveGates oracle, string kind, string id, long now, bool given, string failed)
    {
        switch (kind)
        {
            case "view":
                oracle.Candidate("seen", id, now);
                break;
            case "cart":
                oracle.Candidate("left", id, now);
                break;
            case "consent":
                oracle.Consent(given);
                break;
            case "complaint" or "solved":
                oracle.Complaint(kind == "complaint");
                break;
            default:
                oracle.Failed(failed);
                break;
        }
    }

    private static void Pass(CustomerEngine engine, CustomerState state, Timestamp until, StepOutput output, List<string> sent, Dictionary<string, string> ids)
    {
        while (state.NextDeadline <= until)
        {
            Step(engine, state, new(null, state.NextDeadline, int.MaxValue), output, sent, ids);
        }
    }

    private static void Step(CustomerEngine engine, CustomerState state, StepInput input, StepOutput output, List<string> sent, Dictionary<string, string> ids)
    {
        output.Clear();
        engine.Step(state, input, output);
        foreach (var message in output.Messages)
        {
            sent.Add($"{message.Trigger} {message.CauseEventId} {message.DecidedAt.UnixMilliseconds}");
            ids[message.CauseEventId] = message.Id;
        }
    }
}
