using Triggers.Engine;
using Triggers.Engine.Profiles;
using Triggers.Engine.State;
using Triggers.Model.Customers;
using Triggers.Model.Outbound;
using Triggers.Model.Time;
using Triggers.Model.Verdicts;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>Runs the engine and tells what it did in the oracle's lines. With cuts the state goes through its blob and back at the steps that the random source picks.</summary>
internal sealed class EngineTeller(Universe universe, Identifier identifier, Random? cuts)
{
    private readonly CustomerKey _key = KeySecret.ForFiles.KeyOf(identifier);
    private readonly StepOutput _output = new();
    private CustomerEngine? _engine;
    private CustomerState? _state;

    public CustomerStory Story { get; } = new();

    public byte[] Blob => StateCodec.Encode(State);

    private CustomerState State => _state ??= new(_key);

    public void Publish(CustomerEngine engine) => _engine = engine;

    public void On(NaiveEvent happened, long now)
    {
        var made = universe.Event(happened, identifier, _key);
        if (_engine!.Concerns(made))
        {
            Step(new(made, new(now), 0));
        }
        else
        {
            Story.Fates.Add("Unused");
        }
    }

    public void Tick(long now, int limit) => Step(new(null, new(now), limit));

    /// <summary>Appends what steps gave to a story.</summary>
    public static void Tell(IEnumerable<MembershipChange> memberships, IEnumerable<RunChange> runs, IEnumerable<Decision> decisions, IEnumerable<Message> messages, CustomerStory story)
    {
        story.Memberships.AddRange(memberships.Select(c => $"{(c.Entered ? "entered" : "left")} {c.Membership.Kind} {c.Membership.Name} at {Text(c.At)}"));
        story.Runs.AddRange(runs.Select(Line));
        var sent = messages.ToDictionary(m => m.Id);
        story.Decisions.AddRange(decisions.Select(d => Line(d, sent)));
    }

    private void Step(StepInput input)
    {
        if (cuts?.Next(3) == 0)
        {
            var blob = StateCodec.Encode(State);
            Assert.Equal(State.NextDeadline, StateCodec.NextDeadlineOf(blob));
            _state = StateCodec.Decode(_key, blob);
        }

        _output.Clear();
        var fired = _engine!.Step(State, input, _output);
        ContractSchema.Verify(_output);
        Tell(_output.Memberships, _output.Runs, _output.Decisions, _output.Messages, Story);
        var next = State.NextDeadline == Timestamp.Never ? "never" : Text(State.NextDeadline);
        Story.Fates.Add($"{(input.Event is null ? "tick" : _output.Fate)} fired {fired}, next {next}");
    }

    private static string Line(RunChange change)
    {
        var what = $"{change.Kind.ToString().ToLowerInvariant()} {change.Trigger} [{change.Key ?? "*"}]";
        return change.Kind is RunChangeKind.Ended or RunChangeKind.NotAgain or RunChangeKind.Crowded ? what : $"{what} due {Text(change.Deadline!.Value)}";
    }

    private static string Line(Decision decision, Dictionary<string, Message> sent)
    {
        var facts = $"{decision.Id} {decision.Trigger} {decision.RulesVersion} [{decision.RunKey}] by {decision.CauseEventId} of {Text(decision.StartedAt)} " +
            $"due {Text(decision.DueAt)} at {Text(decision.DecidedAt)}";
        if (decision.Outcome == Outcome.Refused)
        {
            Assert.NotEmpty(decision.Reason!);
            Assert.DoesNotContain(decision.Id, sent.Keys);
            return $"{facts} refused by {decision.Gate}";
        }

        var message = sent[decision.Id];
        Assert.Equal(
            (decision.Trigger, decision.RunKey, decision.CauseEventId, decision.DueAt, decision.DecidedAt, decision.Channel, "outbound." + decision.Channel, decision.Customer, "offer"),
            (message.Trigger, message.RunKey, message.CauseEventId, message.DueAt, message.DecidedAt, message.Channel, message.Topic, message.Customer, message.Purpose));
        return $"{facts} sent on {decision.Channel} to {message.Address}: offer {message.Offer}";
    }

    private static string Text(Timestamp time) => Clock.Text(time.UnixMilliseconds);
}
