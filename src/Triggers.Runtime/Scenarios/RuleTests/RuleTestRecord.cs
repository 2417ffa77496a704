using Triggers.Engine;
using Triggers.Language.Workspaces.RuleTests;
using Triggers.Model.Outbound;
using Triggers.Model.Verdicts;
using Triggers.Runtime.Contracts;
using Triggers.Runtime.Partitions;

namespace Triggers.Runtime.Scenarios.RuleTests;

/// <summary>Writes down what happens in a rule test: messages, decisions, late events, and the life of every run.</summary>
internal sealed class RuleTestRecord(RuleTestFeed feed, RuleTestCast cast) : IRunSink
{
    private readonly List<RunLife> _runs = [];
    private readonly List<Message> _messages = [];
    private readonly List<Decision> _decisions = [];
    private readonly HashSet<GivenEvent> _late = [];

    /// <summary>In the order in which they went out.</summary>
    public IReadOnlyList<Message> Messages => _messages;

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<Decision> Decisions => _decisions;

    /// <summary>In the order in which they began.</summary>
    public IReadOnlyList<RunLife> Runs => _runs;

    /// <summary>The customers of the test.</summary>
    public RuleTestCast Cast => cast;

    /// <summary>True when the event came later than its type allows.</summary>
    public bool CameLate(GivenEvent given) => _late.Contains(given);

    /// <inheritdoc/>
    public void Take(FoldOutput output)
    {
        // An event is folded by itself; what is folded without one happened by time alone.
        var cause = output.Applied + output.Late.Count > 0 ? feed.Current : null;
        if (output.Late.Count > 0 && cause is not null)
        {
            _late.Add(cause);
        }

        foreach (var change in output.Steps.Runs)
        {
            Follow(change, cause);
        }

        _messages.AddRange(output.Steps.Messages);
        _decisions.AddRange(output.Steps.Decisions);
    }

    /// <inheritdoc/>
    public void Take(DeadLetter letter) => throw new InvalidOperationException("A rule test has no dead letters.");

    private void Follow(RunChange change, GivenEvent? cause)
    {
        var customer = cast.NameOf(change.Customer);
        var waiting = _runs.Where(run => run.End is null && run.Trigger == change.Trigger && run.Customer == customer && (change.Key is null || run.Key == change.Key)).ToList();
        switch (change.Kind)
        {
            case RunChangeKind.Started:
                Begin(change, customer, cause);
                break;
            case RunChangeKind.Restarted:
                Close(waiting, RunEnd.BeganAgain, cause);
                Begin(change, customer, cause);
                break;
            case RunChangeKind.Ended:
                Close(waiting, RunEnd.Ended, cause);
                break;
            case RunChangeKind.Advanced when waiting.Count > 0:
                waiting[0].Deadline = change.Deadline ?? waiting[0].Deadline;
                break;
            case RunChangeKind.Expired:
                Close(waiting.Where(run => run.Deadline == change.Deadline), RunEnd.Expired, cause);
                break;
            case RunChangeKind.NotAgain or RunChangeKind.Crowded:
                Begin(change, customer, cause);
                Close([_runs[^1]], change.Kind == RunChangeKind.Crowded ? RunEnd.Crowded : RunEnd.NotAgain, cause);
                break;
            default:
                Close(waiting.Where(run => run.Deadline == change.Deadline), RunEnd.Fired, cause);
                break;
        }
    }

    private void Begin(RunChange change, string customer, GivenEvent? cause) =>
        _runs.Add(new(change.Trigger, customer, change.Key ?? "", cause, change.Deadline ?? default));

    private static void Close(IEnumerable<RunLife> runs, RunEnd end, GivenEvent? cause)
    {
        foreach (var run in runs)
        {
            (run.End, run.EndedBy) = (end, cause);
        }
    }
}
