using Triggers.Language.Plan;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>
/// The semantics of the engine in the plainest way: everything that ever happened is kept in lists, and every question walks over them. No codec, no index, no wheel, no
/// compiled expression. Tells what happens as lines of text.
/// </summary>
/// <param name="id">The identifier's value.</param>
/// <param name="key">The customer's key as text.</param>
/// <param name="lateness">How late events of a type may be, in milliseconds; null: never late.</param>
internal sealed class NaiveCustomer(string id, string key, IReadOnlyDictionary<string, long?> lateness) : INaiveView
{
    private const int IdsRemembered = 64;

    private readonly NaiveProfile _profile = new();
    private readonly List<string> _ids = [];
    private readonly List<NaiveMembership> _in = [];
    private NaiveRules _rules = NaiveRules.None;
    private NaiveRuns? _runs;
    private string _judgedBy = "";
    private string _followed = "";
    private IReadOnlyList<NaiveTrait> _followedTraits = [];

    public CustomerStory Story { get; } = new();

    /// <summary>The largest of the event times and deadlines that touched the customer; null before the first.</summary>
    public long? Time { get; private set; }

    /// <summary>The earliest deadline of any timer, as of the last step that touched the customer.</summary>
    public long? NextDeadline { get; private set; }

    public string Id => id;

    public string Key => key;

    public string? Stage => _in.FirstOrDefault(m => m.Kind == MembershipKind.Stage)?.Name;

    private NaiveRuns Runs => _runs ??= new(this, Story);

    public object? Trait(NaiveTrait trait) => _rules.Traits.Contains(trait) ? _profile.Read(trait, Time) : null;

    public bool IsIn(string segment) => _in.Any(m => m.Kind == MembershipKind.Segment && m.Name == segment);

    public void Publish(NaiveRules rules)
    {
        (_rules, _followed, _followedTraits) = (rules, rules.Text, rules.FollowedTraits);
        Runs.Publish(rules);
    }

    /// <summary>At most so many timers fire, and those of the same instant as the last. Returns how many.</summary>
    public int Tick(long now, int limit)
    {
        Adopt();
        var fired = FireDue(now, limit);
        Tell($"tick fired {fired}");
        return fired;
    }

    public void On(NaiveEvent source, long now)
    {
        var happened = source with { Time = Math.Min(source.Time, now) };
        if (!_rules.Concern(happened))
        {
            Story.Fates.Add("Unused");
            return;
        }

        Adopt();
        var fired = FireDue(now, int.MaxValue);
        if (_ids.TakeLast(IdsRemembered).Contains(happened.Id))
        {
            Tell($"Duplicate fired {fired}");
            return;
        }

        _ids.Add(happened.Id);
        var late = lateness[happened.Type] is { } allowed && now - happened.Time > allowed;
        var changes = late ? [] : Profile(happened);
        Runs.On(happened, now, late);
        Begin(changes, happened.Id, now, now);
        Runs.Decide(now);
        Tell($"{(late ? "Late" : "Applied")} fired {fired}");
    }

    private List<(NaiveMembership Membership, bool Entered)> Profile(NaiveEvent happened)
    {
        var isNew = Time is null;
        Time = Math.Max(Time ?? happened.Time, happened.Time);
        foreach (var trait in _rules.Traits)
        {
            _profile.Fold(trait, happened, Time.Value, this);
        }

        return isNew || _rules.Traits.Any(t => t.MayRead(happened)) ? Judge() : [];
    }

    /// <summary>Leaves before enters, each in the order of the rules; of the stages the first that holds counts.</summary>
    private List<(NaiveMembership Membership, bool Entered)> Judge()
    {
        var holding = Holding();
        var left = _rules.Memberships.Where(m => IsIn(m) && !holding.Contains(m)).ToList();
        var entered = holding.Where(m => !IsIn(m)).ToList();
        _in.RemoveAll(m => left.Any(other => Same(other, m)));
        _in.AddRange(entered);
        foreach (var membership in left)
        {
            Story.Memberships.Add($"left {membership.Kind} {membership.Name} at {Clock.Text(Time!.Value)}");
        }

        foreach (var membership in entered)
        {
            Story.Memberships.Add($"entered {membership.Kind} {membership.Name} at {Clock.Text(Time!.Value)}");
        }

        return [.. left.Select(m => (m, false)), .. entered.Select(m => (m, true))];
    }

    private List<NaiveMembership> Holding()
    {
        var scene = new Scene(null, this, Scene.NoSteps);
        var stage = _rules.Memberships.FirstOrDefault(m => m.Kind == MembershipKind.Stage && m.Condition.Holds(scene));
        return [.. _rules.Memberships.Where(m => m.Kind == MembershipKind.Stage ? ReferenceEquals(m, stage) : m.Condition.Holds(scene))];
    }

    private bool IsIn(NaiveMembership membership) => _in.Any(other => Same(other, membership));

    private static bool Same(NaiveMembership left, NaiveMembership right) => left.Kind == right.Kind && left.Name == right.Name;

    /// <summary>Other conditions than those that judged before: who exists is judged once without telling anybody.</summary>
    private void Adopt()
    {
        if (_judgedBy != _followed)
        {
            _judgedBy = _followed;
            _in.Clear();
            if (_ids.Count > 0)
            {
                _in.AddRange(Holding());
            }
        }
    }

    private void Begin(List<(NaiveMembership Membership, bool Entered)> changes, string? cause, long notBefore, long now)
    {
        foreach (var (membership, entered) in changes)
        {
            Runs.Begin(membership, entered, cause ?? $"{(entered ? "enters" : "leaves")} {membership.Name} {Time}", Time!.Value, notBefore, now);
        }
    }

    private int FireDue(long now, int limit)
    {
        var (fired, instant) = (0, long.MaxValue);
        for (; ; fired++)
        {
            var (judged, run) = (NextJudgement(), Runs.NextDue);
            var due = Math.Min(judged ?? long.MaxValue, run ?? long.MaxValue);
            if (due > now || (fired >= limit && due != instant))
            {
                break;
            }

            instant = due;
            Time = Math.Max(Time ?? due, due);
            if (judged == due)
            {
                Begin(Judge(), null, notBefore: Time!.Value, now);
            }
            else
            {
                Runs.FireNext(now);
            }

            Runs.Decide(now);
        }

        return fired;
    }

    /// <summary>The next time at which an entry of a trait that memberships look at leaves its window.</summary>
    private long? NextJudgement() => Time is { } time ? _followedTraits.SelectMany(t => _profile.ChangesAfter(t, time)).Select(t => (long?)t).Min() : null;

    private void Tell(string fate)
    {
        var (judged, run) = (NextJudgement(), Runs.NextDue);
        NextDeadline = judged is null ? run : run is null ? judged : Math.Min(judged.Value, run.Value);
        Story.Fates.Add($"{fate}, next {(NextDeadline is { } next ? Clock.Text(next) : "never")}");
    }
}
