using Triggers.Engine;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Model.Verdicts;
using Triggers.Tests.Support;

namespace Triggers.Tests.Engine.Support;

/// <summary>What happens to Ann, step by step, as lines of text. After every step her state goes through its blob and back.</summary>
internal sealed class Story(params TriggerPlan[] triggers)
{
    private readonly List<string> _lines = [];
    private readonly StepOutput _output = new();
    private CustomerEngine _engine = new(Shop.Plan(triggers));

    public CustomerState State { get; private set; } = new(Shop.AnnKey);

    /// <summary>Everything told so far.</summary>
    public string Text => string.Join('\n', _lines);

    public StepOutput Last => _output;

    /// <summary>Another version of the rules is in force.</summary>
    public Story Publish(params TriggerPlan[] next)
    {
        _engine = new(Shop.Plan(next) with { Version = "00000000000000bb" });
        return this;
    }

    /// <summary>An event whose log time is its event time, or as given.</summary>
    public Story On(CustomerEvent happened, double? logMinute = null)
    {
        var now = logMinute is { } minute ? Shop.At(minute) : happened.Time;
        return Step(new(happened, now, 0), () => $"{Minute(now)} {happened.Id} {_output.Fate.ToString().ToLowerInvariant()}");
    }

    /// <summary>Time passes.</summary>
    public Story Tick(double minute, int limit = int.MaxValue)
    {
        var fired = 0;
        return Step(new(null, Shop.At(minute), limit), () => $"{Minute(Shop.At(minute))} tick {fired}", count => fired = count);
    }

    private Story Step(StepInput input, Func<string> title, Action<int>? fired = null)
    {
        _output.Clear();
        var count = _engine.Step(State, input, _output);
        fired?.Invoke(count);
        ContractSchema.Verify(_output);
        _lines.Add(title());
        _lines.AddRange(_output.Runs.Select(run => $"  {run.Kind.ToString().ToLowerInvariant()} {run.Trigger}".TrimEnd()));
        _lines.AddRange(_output.Decisions.Select(Describe));
        State = StateCodec.Decode(Shop.AnnKey, StateCodec.Encode(State));
        return this;
    }

    private static string Describe(Decision decision) =>
        $"  {decision.Trigger}[{decision.RunKey}] by {decision.CauseEventId} due {Minute(decision.DueAt)} at {Minute(decision.DecidedAt)}: " +
        (decision.Outcome == Outcome.Sent ? $"sent on {decision.Channel}" : $"refused by {decision.Gate}: {decision.Reason}");

    private static string Minute(Timestamp time) =>
        TimeSpan.FromMilliseconds(time.UnixMilliseconds - Shop.Ten.UnixMilliseconds + 36_000_000).ToString(@"hh\:mm");
}
