using Triggers.Language.Plan;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>The runs of one customer: how they begin, go on and end.</summary>
internal sealed class NaiveRuns(NaiveCustomer customer, CustomerStory story)
{
    /// <summary>So many runs of a customer wait at once.</summary>
    public const int Most = 1_000;

    private readonly Dictionary<string, NaiveMemory> _memories = [];
    private readonly List<NaiveRun> _runs = [];
    private readonly List<NaiveRun> _atOnce = [];
    private NaiveRules _rules = NaiveRules.None;

    /// <summary>The earliest deadline; null: none.</summary>
    public long? NextDue => _runs.Count == 0 ? null : _runs.Min(r => r.Deadline);

    public void Publish(NaiveRules rules) => _rules = rules;

    /// <summary>Trigger after trigger: what ends, what goes on, what begins.</summary>
    public void On(NaiveEvent happened, long now, bool late)
    {
        foreach (var trigger in _rules.Triggers)
        {
            foreach (var until in trigger.Until)
            {
                End(trigger, until, happened);
            }

            if (!late && trigger.Steps.Count > 0)
            {
                var used = Advance(trigger, happened, now);
                if (!used || trigger.Repeat == RepeatPolicy.Parallel)
                {
                    Start(trigger, happened, now);
                }
            }
        }
    }

    /// <summary>Starts the triggers that a change of membership starts.</summary>
    public void Begin(NaiveMembership membership, bool entered, string cause, long at, long notBefore, long now)
    {
        foreach (var trigger in _rules.Triggers.Where(t => t.Membership == (membership.Kind, membership.Name, !entered)))
        {
            if (MayBegin(trigger, "", at, now))
            {
                Add(trigger, NaiveSteps.Enter(trigger, new(trigger.Name, trigger.Order, "", cause, at), 0, at, notBefore), "started");
            }
        }
    }

    /// <summary>What the run whose deadline comes first becomes.</summary>
    public void FireNext(long now)
    {
        var run = NaiveRun.InOrder(_runs).First();
        Remove(run);
        if (_rules.Triggers.FirstOrDefault(t => t.Name == run.Trigger) is not { } trigger)
        {
            Tell("orphaned", "", run);
        }
        else if (run.Step == trigger.Steps.Count)
        {
            _atOnce.Add(run);
        }
        else if (NaiveSteps.OverTime(trigger, run, now) is not { } next)
        {
            Tell("expired", trigger.Name, run);
        }
        else if (next.Step == trigger.Steps.Count && trigger.Wait == 0)
        {
            _atOnce.Add(next);
        }
        else
        {
            Tell("advanced", trigger.Name, next);
            _runs.Add(next);
        }
    }

    /// <summary>Decides on all runs that came to their end in this step.</summary>
    public void Decide(long now)
    {
        foreach (var run in _atOnce)
        {
            var trigger = _rules.Triggers.First(t => t.Name == run.Trigger);
            Tell("fired", trigger.Name, run);
            story.Decisions.Add(NaiveDecision.On(trigger, run, _rules.Version, customer, MemoryOf(trigger), now));
        }

        _atOnce.Clear();
    }

    private void End(NaiveTrigger trigger, NaiveUntil until, NaiveEvent happened)
    {
        var itsKey = until.Key?.TextOf(happened);
        if (until.Event != happened.Type || until.Where?.Holds(new(happened, customer, Scene.NoSteps)) == false || (until.Key is not null && itsKey is null))
        {
            return;
        }

        foreach (var run in _runs.Where(r => r.Trigger == trigger.Name && (until.Key is null || r.Key == itsKey)).ToList())
        {
            Remove(run);
            story.Runs.Add($"ended {trigger.Name} [{(until.Key is null ? "*" : itsKey)}]");
        }
    }

    private bool Advance(NaiveTrigger trigger, NaiveEvent happened, long now)
    {
        var used = false;
        foreach (var run in NaiveRun.InOrder(_runs.Where(r => r.Trigger == trigger.Name && r.Step < trigger.Steps.Count)).ToList())
        {
            var (fate, next, stays) = NaiveSteps.On(trigger, run, happened, now, customer);
            if (fate == NaiveFate.Untouched)
            {
                continue;
            }

            used |= fate is NaiveFate.Seen or NaiveFate.Advanced;
            var beside = _runs.Count < Most ? stays : null;
            if (!ReferenceEquals(beside, run))
            {
                Remove(run);
                _runs.AddRange(beside is null ? [] : [beside]);
            }

            switch (fate)
            {
                case NaiveFate.Ended:
                    story.Runs.Add($"ended {trigger.Name} [{run.Key}]");
                    break;
                case NaiveFate.Advanced:
                    Add(trigger, next, "advanced");
                    break;
                default:
                    _runs.Add(next);
                    break;
            }
        }

        return used;
    }

    private void Start(NaiveTrigger trigger, NaiveEvent happened, long now)
    {
        var first = trigger.Steps[0];
        var key = trigger.Key is null ? "" : trigger.Key.TextOf(happened);
        if (happened.Type != first.Event || first.Where?.Holds(new(happened, customer, Scene.NoSteps)) == false || key is null || !IsOften(trigger, key, happened.Time))
        {
            return;
        }

        var replaced = trigger.Repeat == RepeatPolicy.Parallel ? [] : _runs.Where(r =>
            r.Trigger == trigger.Name && r.Key == key && (trigger.Steps.Count == 1 || r.Step < trigger.Steps.Count)).ToList();
        if ((replaced.Count > 0 && trigger.Repeat == RepeatPolicy.Ignore) || (replaced.Count == 0 && !MayBegin(trigger, key, happened.Time, now)))
        {
            return;
        }

        replaced.ForEach(Remove);
        story.Runs.AddRange(Enumerable.Repeat($"ended {trigger.Name} [{key}]", Math.Max(0, replaced.Count - 1)));
        var run = NaiveSteps.Begin(trigger, new(trigger.Name, trigger.Order, key, happened.Id, happened.Time), happened, now);
        Add(trigger, run, replaced.Count > 0 ? "restarted" : "started");
    }

    /// <summary>The newest starts of a trigger and key are kept, as many as it asks for and not older than the time it asks for; it holds when all of them lie in the time before this one.</summary>
    private bool IsOften(NaiveTrigger trigger, string key, long time)
    {
        if (trigger.Times is not { } times)
        {
            return true;
        }

        var starts = MemoryOf(trigger).Starts;
        if (!starts.TryGetValue(key, out var all))
        {
            starts.Add(key, all = []);
        }

        all.Add(time);
        var kept = all.Where(t => t > customer.Time - times.Window).Order().TakeLast(times.AtLeast).ToList();
        all.Clear();
        all.AddRange(kept);
        return kept.Count == times.AtLeast && kept.All(t => t > time - times.Window && t <= time);
    }

    private bool MayBegin(NaiveTrigger trigger, string key, long at, long now)
    {
        var memory = MemoryOf(trigger);
        var may = trigger.Again switch
        {
            { Policy: AgainPolicy.Once } => memory.SentAt is null,
            { Policy: AgainPolicy.OncePerKey } => !memory.SentKeys.Contains(key),
            { Policy: AgainPolicy.AfterExit } => _runs.All(r => r.Trigger != trigger.Name),
            { Policy: AgainPolicy.AfterMessage, After: var after } when trigger.Wait == 0 && trigger.Steps.All(step => step.AtLeast == 1) && trigger.Steps.Count < 2 =>
                !(memory.SentAt is { } sent && now - sent < after),
            { Policy: AgainPolicy.AfterEntry, After: var after } => !(memory.EnteredAt is { } entered && at - entered < after),
            _ => true,
        };
        var waits = trigger.Wait > 0 || trigger.Steps.Count > 1 || trigger.Steps.Any(step => step.AtLeast > 1);
        if (may && (!waits || _runs.Count < Most))
        {
            memory.EnteredAt = at;
            return true;
        }

        story.Runs.Add($"{(may ? "crowded" : "notagain")} {trigger.Name} [{key}]");
        return false;
    }

    private void Add(NaiveTrigger trigger, NaiveRun run, string what)
    {
        Tell(what, trigger.Name, run);
        (run.Step == trigger.Steps.Count && trigger.Wait == 0 ? _atOnce : _runs).Add(run);
    }

    private void Tell(string what, string trigger, NaiveRun run) => story.Runs.Add($"{what} {trigger} [{run.Key}] due {Clock.Text(run.Deadline)}");

    private NaiveMemory MemoryOf(NaiveTrigger trigger)
    {
        if (!_memories.TryGetValue(trigger.Name, out var memory))
        {
            _memories.Add(trigger.Name, memory = new());
        }

        return memory;
    }

    /// <summary>By reference: two runs may be equal in everything.</summary>
    private void Remove(NaiveRun run) => _runs.RemoveAt(_runs.FindIndex(r => ReferenceEquals(r, run)));
}
