using Triggers.Engine;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Time;
using Triggers.Model.Verdicts;
using Triggers.Tests.Engine.Support;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>Runs the engine and tells what it did in the oracle's lines. With cuts the state goes through its blob and back at the steps that the random source picks.</summary>
internal sealed class EngineTeller(RandomShop shop, Random? cuts)
{
    private readonly StepOutput _output = new();
    private readonly List<string> _story = [];
    private CustomerEngine? _engine;
    private CustomerState _state = new(Shop.AnnKey);

    public IReadOnlyList<string> Story => _story;

    public byte[] Blob => StateCodec.Encode(_state);

    public void Publish(WorkspacePlan plan) => _engine = new(plan);

    public void On(NaiveEvent happened, int now) => Step(new(shop.Event(happened), Shop.At(now), 0));

    public void Tick(int now, int limit) => Step(new(null, Shop.At(now), limit));

    private void Step(StepInput input)
    {
        if (cuts?.Next(3) == 0)
        {
            var blob = StateCodec.Encode(_state);
            Assert.Equal(_state.NextDeadline, StateCodec.NextDeadlineOf(blob));
            _state = StateCodec.Decode(Shop.AnnKey, blob);
        }

        _output.Clear();
        var fired = _engine!.Step(_state, input, _output);
        ContractSchema.Verify(_output);
        Tell();
        _story.Add($"{(input.Event is null ? "tick" : _output.Fate)} fired {fired}");
    }

    /// <summary>The oracle tells each decision behind the change that made it.</summary>
    private void Tell()
    {
        var decisions = new Queue<Decision>(_output.Decisions);
        foreach (var change in _output.Runs)
        {
            _story.Add($"{change.Kind.ToString().ToLowerInvariant()} {change.Trigger}");
            if (change.Kind == RunChangeKind.Fired)
            {
                Tell(decisions.Dequeue());
            }
        }

        Assert.Empty(decisions);
        Assert.Equal(_output.Decisions.Where(d => d.Outcome == Outcome.Sent).Select(d => d.Id), _output.Messages.Select(m => m.Id));
    }

    private void Tell(Decision decision)
    {
        var facts = $"{decision.Id} {decision.Trigger} {decision.RulesVersion} [{decision.RunKey}] by {decision.CauseEventId} of {Minute(decision.StartedAt)} " +
            $"due {Minute(decision.DueAt)} at {Minute(decision.DecidedAt)}";
        if (decision.Outcome == Outcome.Refused)
        {
            Assert.NotEmpty(decision.Reason!);
            _story.Add($"decision {facts} refused by {decision.Gate}");
            return;
        }

        var message = _output.Messages.First(m => m.Id == decision.Id);
        _story.Add($"decision {facts} sent on {decision.Channel}");
        _story.Add($"message {message.Id} to {message.Address} on {message.Topic}: {message.Purpose} {message.Offer}");
    }

    private static long Minute(Timestamp time) => (time.UnixMilliseconds - Shop.Ten.UnixMilliseconds) / 60_000;
}
