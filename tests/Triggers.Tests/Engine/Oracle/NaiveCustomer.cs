using Triggers.Language.Plan;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>
/// The semantics of triggers in the plainest way: everything that ever happened is kept in lists, and every question walks over them. No codec, no index, no wheel, no
/// compiled expression. Tells what happens as lines of text.
/// </summary>
internal sealed class NaiveCustomer(IReadOnlyDictionary<string, int?> lateness)
{
    private readonly List<string> _ids = [];
    private readonly List<NaiveEvent> _applied = [];
    private readonly List<NaiveRun> _runs = [];
    private readonly List<string> _story = [];
    private IReadOnlyList<NaiveTrigger> _triggers = [];
    private string _version = "";

    public IReadOnlyList<string> Story => _story;

    public void Publish(string version, IReadOnlyList<NaiveTrigger> triggers) => (_version, _triggers) = (version, triggers);

    public void Tick(int now, int limit) => _story.Add($"tick fired {FireDue(now, limit)}");

    public void On(NaiveEvent source, int now)
    {
        var happened = source with { Minute = Math.Min(source.Minute, now) };
        var fired = FireDue(now, int.MaxValue);
        if (_ids.TakeLast(64).Contains(happened.Id))
        {
            _story.Add($"Duplicate fired {fired}");
            return;
        }

        _ids.Add(happened.Id);
        var late = lateness[happened.Type] is { } allowed && now - happened.Minute > allowed;
        if (!late)
        {
            _applied.Add(happened);
        }

        var begun = new List<NaiveRun>();
        foreach (var trigger in _triggers)
        {
            End(trigger, happened);
            if (!late)
            {
                Start(trigger, happened, now, begun);
            }
        }

        foreach (var run in begun)
        {
            Fire(run, now);
        }

        _story.Add($"{(late ? "Late" : "Applied")} fired {fired}");
    }

    private void End(NaiveTrigger trigger, NaiveEvent happened)
    {
        foreach (var until in trigger.Until.Where(u => u.Event == happened.Type && (u.Where is null || u.Where.Holds(happened, Points()))))
        {
            if (until.Keyed && happened.Cart is null)
            {
                continue;
            }

            foreach (var ended in _runs.Where(r => r.Trigger == trigger.Name && (!until.Keyed || r.Key == happened.Cart)).ToList())
            {
                Remove(ended);
                _story.Add($"ended {trigger.Name}");
            }
        }
    }

    private void Start(NaiveTrigger trigger, NaiveEvent happened, int now, List<NaiveRun> atOnce)
    {
        if (happened.Type != trigger.Start || (trigger.Where is not null && !trigger.Where.Holds(happened, Points())) || (trigger.Keyed && happened.Cart is null))
        {
            return;
        }

        var key = trigger.Keyed ? happened.Cart! : "";
        var same = _runs.Where(r => r.Trigger == trigger.Name && r.Key == key).ToList();
        if (trigger.Repeat == RepeatPolicy.Ignore && same.Count > 0)
        {
            return;
        }

        if (trigger.Repeat == RepeatPolicy.Restart && same.Count > 0)
        {
            same.ForEach(Remove);
            _story.AddRange(Enumerable.Repeat($"ended {trigger.Name}", same.Count - 1));
            _story.Add($"restarted {trigger.Name}");
        }
        else
        {
            _story.Add($"started {trigger.Name}");
        }

        var reads = trigger.If?.Reads ?? [];
        var kept = happened with { Cart = reads.Contains("cart") ? happened.Cart : null, Value = reads.Contains("value") ? happened.Value : null };
        (trigger.Wait == 0 ? atOnce : _runs).Add(new(trigger.Name, key, kept, Math.Max(happened.Minute + trigger.Wait, now)));
    }

    private int FireDue(int now, int limit)
    {
        var fired = 0;
        while (fired < limit && NextDue(now) is { } run)
        {
            fired++;
            Remove(run);
            Fire(run, now);
        }

        return fired;
    }

    private NaiveRun? NextDue(int now) => _runs
        .Where(r => r.Deadline <= now)
        .OrderBy(r => r.Deadline).ThenBy(r => r.TriggerId).ThenBy(r => r.Key, StringComparer.Ordinal).ThenBy(r => r.Cause.Minute).ThenBy(r => r.Cause.Id, StringComparer.Ordinal)
        .FirstOrDefault();

    private void Fire(NaiveRun run, int now)
    {
        if (_triggers.FirstOrDefault(t => t.Name == run.Trigger) is not { } trigger)
        {
            _story.Add("orphaned ");
            return;
        }

        _story.Add($"fired {trigger.Name}");
        var refused = trigger.If is not null && !trigger.If.Holds(Seen(run, trigger), Points()) ? "if" : null;
        var email = Email();
        var channel = trigger.EmailOnly || trigger.EmailFirst ? email is { Length: > 0 } ? "email" : trigger.EmailOnly ? null : "push" : "push";
        refused ??= channel is null ? "address" : null;
        var id = NaiveId.Of(trigger.Name, _version, run.Key, run.Cause.Id);
        var facts = $"{id} {trigger.Name} {_version} [{run.Key}] by {run.Cause.Id} of {run.Cause.Minute} due {run.Deadline} at {now}";
        _story.Add(refused is null ? $"decision {facts} sent on {channel}" : $"decision {facts} refused by {refused}");
        if (refused is null)
        {
            _story.Add($"message {id} to {(channel == "email" ? email : "ann")} on outbound.{channel}: offer offer-of-{trigger.Name}");
        }
    }

    /// <summary>What the trigger of now can see of what was kept then.</summary>
    private static NaiveEvent Seen(NaiveRun run, NaiveTrigger trigger) => run.Cause with
    {
        Cart = trigger.If!.Reads.Contains("cart") ? run.Cause.Cart : null,
        Value = trigger.If.Reads.Contains("value") ? run.Cause.Value : null,
    };

    private long? Points() => Newest(e => e.Value is not null)?.Value;

    private string? Email() => Newest(e => e.Email is not null)?.Email;

    private NaiveEvent? Newest(Func<NaiveEvent, bool> has)
    {
        var found = _applied.Where(e => e.Type == "contact.changed" && has(e)).ToList();
        return found.LastOrDefault(e => e.Minute == found.Max(other => other.Minute));
    }

    /// <summary>By reference: two runs may be equal in everything.</summary>
    private void Remove(NaiveRun run) => _runs.RemoveAt(_runs.FindIndex(r => ReferenceEquals(r, run)));
}
