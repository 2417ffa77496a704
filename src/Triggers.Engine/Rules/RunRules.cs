using System.Text;
using Triggers.Engine.Index;
using Triggers.Engine.State;
using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Model;
using Triggers.Model.Events;
using Triggers.Model.Time;

namespace Triggers.Engine.Rules;

/// <summary>
/// Ends, takes on and starts runs. For each trigger that the event concerns, in the order of the plan: first its <c>until</c> entries, then the runs on their way through
/// the steps, then its start. A late event only ends. Runs that need not wait do not enter the state: they are handed over as candidates.
/// </summary>
internal sealed class RunRules
{
    private readonly RuleIndex _index;
    private readonly StepFrame _frame;
    private readonly StepRules _steps;
    private readonly StableId[] _eventIds;
    private readonly List<Run> _done = [];
    private byte[] _key = new byte[64];
    private int _keyLength;

    /// <summary>The rules of <paramref name="plan"/>.</summary>
    public RunRules(WorkspacePlan plan, RuleIndex index, StepFrame frame, StepFrames frames)
    {
        _index = index;
        _frame = frame;
        _steps = new(frame, frames);
        _eventIds = new StableId[plan.Catalogue.Types.Count];
        for (var i = 0; i < _eventIds.Length; i++)
        {
            _eventIds[i] = StableId.Of(plan.Catalogue.Types[i].Name);
        }
    }

    /// <summary>Held candidates that an <c>until</c> of the last event took out of the state; whoever decides on them empties the list.</summary>
    public List<HeldCandidate> Cancelled { get; } = [];

    /// <summary>The key that was evaluated last, as bytes.</summary>
    private ReadOnlySpan<byte> Key => _key.AsSpan(0, _keyLength);

    /// <summary>Applies an event at log time <paramref name="now"/> to the triggers hit from <paramref name="from"/> on; the frame shows it already.</summary>
    public void Match(CustomerState state, CustomerEvent cause, Timestamp now, bool late, SubscriptionHits hits, int from, List<RunChange> changes, List<Candidate> atOnce)
    {
        for (var position = from; position < hits.Count;)
        {
            position = TriggerHits.Collect(_index, hits, position, out var found);
            var trigger = _index.TriggerAt(found.Trigger);
            for (var i = 0; i < found.Untils; i++)
            {
                var hit = hits[found.FirstUntil + i];
                End(state, trigger, trigger.Until[_index[hit.Ordinal].Place], hit.MustEvaluate, cause, changes);
            }

            if (!late)
            {
                AdvanceAndStart(state, trigger, cause, now, found, changes, atOnce);
            }
        }
    }

    /// <summary>Begins a run that no event of its own started: a segment was entered, a date came.</summary>
    /// <param name="state">The customer.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="cause">What began it.</param>
    /// <param name="at">When.</param>
    /// <param name="notBefore">It is not due before; of what time alone began <paramref name="at"/>, so that an outage does not make it younger than it is.</param>
    /// <param name="now">Log time.</param>
    /// <param name="changes">Takes what happened.</param>
    /// <param name="atOnce">Takes the run when it need not wait.</param>
    public void Begin(
        CustomerState state, TriggerPlan trigger, HeapRange cause, Timestamp at, Timestamp notBefore, Timestamp now, List<RunChange> changes, List<Candidate> atOnce)
    {
        _keyLength = 0;
        if (!Enter(state, trigger, at, now, RunKey.None, changes))
        {
            return;
        }

        var run = new Run { Trigger = trigger.Id, Cause = cause, StartedAt = at };
        RunClock.Enter(trigger, ref run, 0, at, notBefore);
        Place(state, trigger, run, now, RunChangeKind.Started, RunKey.None, changes, atOnce);
    }

    private static void Place(
        CustomerState state, TriggerPlan trigger, in Run run, Timestamp now, RunChangeKind kind, string key, List<RunChange> changes, List<Candidate> atOnce)
    {
        changes.Add(new(trigger.Name, kind, state.Customer, key, run.Deadline));
        if (RunClock.IsComplete(trigger, run) && trigger.Wait == TimeSpan.Zero)
        {
            atOnce.Add(new(trigger, run, state, now));
        }
        else
        {
            state.Runs.Add(run);
        }
    }

    private void AdvanceAndStart(
        CustomerState state, TriggerPlan trigger, CustomerEvent cause, Timestamp now, in TriggerHits found, List<RunChange> changes, List<Candidate> atOnce)
    {
        var used = false;
        if ((found.Steps != 0 || found.Any) && state.Runs.Any(trigger.Id))
        {
            _done.Clear();
            used = _steps.Advance(state, trigger, cause, now, found, changes, _done);
            foreach (var run in _done)
            {
                atOnce.Add(new(trigger, run, state, now));
            }
        }

        // Skip past the last match: an event that took a run on does not begin another, unless runs go side by side.
        if (found.Start && !(used && trigger.Repeat != RepeatPolicy.Parallel))
        {
            Start(state, trigger, _index.StartAt(found.Trigger), cause, now, found.CertainStart, changes, atOnce);
        }
    }

    private void End(CustomerState state, TriggerPlan trigger, UntilPlan until, bool mustEvaluate, CustomerEvent cause, List<RunChange> changes)
    {
        var waits = state.Runs.Any(trigger.Id) || !state.Messaging.Held.IsEmpty;
        var wasSent = state.Triggers.Find(trigger.Id) is var slot and >= 0 && state.Triggers[slot].Outcome == RunOutcome.Sent;
        if ((!waits && !wasSent) || (mustEvaluate && !_frame.Holds(until.Where)) || !TryKey(until.Key, out var key))
        {
            return;
        }

        var by = _eventIds[cause.EventType.Ordinal];
        var (ended, last) = RemoveRuns(state, trigger, anyKey: until.Key is null, all: true);
        var cancelled = TakeHeld(state, trigger, anyKey: until.Key is null);
        if (ended == 0 && cancelled)
        {
            return;
        }

        if (ended == 0)
        {
            Outcomes.CameTooLate(state, trigger.Id, cause.Time, by, Key, until.Key is null);
            return;
        }

        Outcomes.Record(state, trigger.Id, RunOutcome.Ended, cause.Time, by, state.Heap[last]);
        Report(changes, new(trigger.Name, RunChangeKind.Ended, state.Customer, until.Key is null ? null : key, Deadline: null), ended);
    }

    private void Start(
        CustomerState state, TriggerPlan trigger, in StartRule start, CustomerEvent cause, Timestamp now, bool certain, List<RunChange> changes, List<Candidate> atOnce)
    {
        if ((!certain && !_frame.Holds(start.Where)) || !TryKey(start.Key, out var key) || !IsOften(state, start, cause))
        {
            return;
        }

        var repeated = trigger.Repeat == RepeatPolicy.Parallel ? 0 : CountRepeatable(state, trigger);
        if (repeated > 0 && trigger.Repeat == RepeatPolicy.Ignore)
        {
            return;
        }

        if (repeated == 0 && !Enter(state, trigger, cause.Time, now, key, changes))
        {
            return;
        }

        if (repeated > 0)
        {
            // More than one can be under way where the policy was `parallel` in an earlier version: one begins again, the others end.
            RemoveRuns(state, trigger, anyKey: false, all: false);
            Report(changes, new(trigger.Name, RunChangeKind.Ended, state.Customer, key, Deadline: null), repeated - 1);
        }

        var first = trigger.Steps[0];
        var run = new Run { Trigger = trigger.Id, Key = state.Heap.Add(Key), Cause = state.Heap.Add(cause.IdBytes), StartedAt = cause.Time };
        _steps.Capture(state, first, cause, ref run);
        RunClock.Enter(trigger, ref run, first.AtLeast > 1 ? 0 : 1, cause.Time, now);
        run.Seen = first.AtLeast > 1 ? 1 : 0;
        Place(state, trigger, run, now, repeated > 0 ? RunChangeKind.Restarted : RunChangeKind.Started, key, changes, atOnce);
    }

    /// <summary>True when <c>again</c> lets a run that replaces none begin, and it need not wait or the customer may have one more that does; writes down that it did, or why not.</summary>
    private bool Enter(CustomerState state, TriggerPlan trigger, Timestamp at, Timestamp now, string key, List<RunChange> changes)
    {
        var mayBegin = ReEntry.MayBegin(state, trigger, Key, at, now, others: trigger.Again?.Policy == AgainPolicy.AfterExit && state.Runs.Any(trigger.Id));
        if (mayBegin && (state.WaitingRuns < CustomerState.MostRuns || ReEntry.FiresAtOnce(trigger)))
        {
            ReEntry.Began(state, trigger, at);
            return true;
        }

        Outcomes.Record(state, trigger.Id, mayBegin ? RunOutcome.Crowded : RunOutcome.NotAgain, at, default, Key);
        changes.Add(new(trigger.Name, mayBegin ? RunChangeKind.Crowded : RunChangeKind.NotAgain, state.Customer, key, Deadline: null));
        return false;
    }

    private bool IsOften(CustomerState state, in StartRule start, CustomerEvent cause) => start.AtLeast == 0 ||
        state.MatchTimes.Add(start.Trigger, Key, cause.Time.UnixMilliseconds, state.Clock.UnixMilliseconds, start.Window, start.AtLeast) >= start.AtLeast;

    /// <summary>Runs with the key that a repeat of the start concerns: of a trigger of one event those that wait, of one with steps those that have not seen the last.</summary>
    private int CountRepeatable(CustomerState state, TriggerPlan trigger)
    {
        var count = 0;
        for (var i = 0; i < state.Runs.Count; i++)
        {
            count += IsRepeatable(state, trigger, i, anyKey: false) ? 1 : 0;
        }

        return count;
    }

    private bool IsRepeatable(CustomerState state, TriggerPlan trigger, int run, bool anyKey) =>
        state.Runs.Is(run, trigger.Id, anyKey, Key) && (trigger.Steps.Count == 1 || !RunClock.IsComplete(trigger, state.Runs[run]));

    /// <summary>Removes runs and gives their number and the key of one of them.</summary>
    private (int Count, HeapRange Key) RemoveRuns(CustomerState state, TriggerPlan trigger, bool anyKey, bool all)
    {
        var (count, key) = (0, default(HeapRange));
        for (var i = state.Runs.Count - 1; i >= 0; i--)
        {
            if (all ? state.Runs.Is(i, trigger.Id, anyKey, Key) : IsRepeatable(state, trigger, i, anyKey))
            {
                key = state.Runs[i].Key;
                state.Runs.RemoveAt(i);
                count++;
            }
        }

        return (count, key);
    }

    /// <summary>Takes out the held candidates of a trigger and key.</summary>
    private bool TakeHeld(CustomerState state, TriggerPlan trigger, bool anyKey)
    {
        var before = Cancelled.Count;
        for (var i = 0; i < state.Messaging.Held.Length; i++)
        {
            ref readonly var run = ref state.Messaging.Held[i].Run;
            if (run.Trigger == trigger.Id && (anyKey || state.Heap[run.Key].SequenceEqual(Key)))
            {
                Cancelled.Add(state.Messaging.Take(i--));
            }
        }

        return Cancelled.Count > before;
    }

    private bool TryKey(CompiledExpression? expression, out string key)
    {
        var text = expression is null ? RunKey.None : RunKey.TextOf(_frame.Evaluate(expression));
        key = text ?? RunKey.None;
        if (_key.Length < Encoding.UTF8.GetMaxByteCount(key.Length))
        {
            _key = new byte[Encoding.UTF8.GetMaxByteCount(key.Length)];
        }

        _keyLength = Encoding.UTF8.GetBytes(key, _key);
        return text is not null;
    }

    private static void Report(List<RunChange> changes, RunChange change, int times)
    {
        for (var i = 0; i < times; i++)
        {
            changes.Add(change);
        }
    }
}
