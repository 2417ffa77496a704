using Triggers.Engine.Index;
using Triggers.Engine.State;
using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Model.Events;
using Triggers.Model.Time;

namespace Triggers.Engine.Profiles;

/// <summary>The profile stage: moves the customer's clock, folds traits, and follows segments, stages and crossings.</summary>
internal sealed class ProfileStage(WorkspacePlan plan, RuleIndex index, StepFrame frame)
{
    private const long Hour = 3_600_000;

    private readonly Memberships _memberships = new(plan, new(plan, frame), frame);

    /// <summary>Keeps and reads traits.</summary>
    public Profile Traits => _memberships.Traits;

    /// <summary>True when the last event may have changed what conditions see of the customer.</summary>
    public bool Changed { get; private set; }

    /// <summary>Judges a customer whom other conditions judged before, silently; the frame shows the customer. True when it had to.</summary>
    public bool Adopt(CustomerState state) => _memberships.Adopt(state);

    /// <summary>Moves the customer's clock on; with the hour everything that no window sees any more goes.</summary>
    public void Advance(CustomerState state, Timestamp time)
    {
        var before = state.Clock;
        if (time <= before)
        {
            return;
        }

        state.Clock = time;
        if (before != Timestamp.Beginning && time.UnixMilliseconds / Hour != before.UnixMilliseconds / Hour)
        {
            Traits.Sweep(state);
            Outcomes.Sweep(state);
            SweepStarts(state);
        }
    }

    /// <summary>Applies an event in time to the traits it hits, and judges what follows from them. Gives the position of the first hit that is no trait's.</summary>
    public int Apply(CustomerState state, CustomerEvent source, SubscriptionHits hits, List<MembershipChange> changes)
    {
        var isNew = state.Clock == Timestamp.Beginning;
        Advance(state, source.Time);
        var position = 0;
        (CompiledExpression? Where, bool Holds) last = default;
        for (; position < hits.Count; position++)
        {
            var hit = hits[position];
            ref readonly var entry = ref index[hit.Ordinal];
            if (entry.Role != RuleRole.Trait)
            {
                break;
            }

            // Traits that go together often have one condition, which is about the event alone: one answer does.
            if (hit.MustEvaluate && !ReferenceEquals(last.Where, entry.Where))
            {
                last = (entry.Where, frame.Holds(entry.Where));
            }

            if (!hit.MustEvaluate || last.Holds)
            {
                Traits.Fold(state, entry.Owner, source);
                _memberships.Stale.Touch(entry.Owner);
            }
        }

        if (isNew)
        {
            _memberships.Stale.TouchAll();
        }

        Changed = position > 0 || isNew;
        if (Changed)
        {
            Judge(state, changes);
        }

        return position;
    }

    /// <summary>The position of the first hit that is no trait's: a late event enters none.</summary>
    public int SkipTraits(SubscriptionHits hits)
    {
        var position = 0;
        while (position < hits.Count && index[hits[position].Ordinal].Role == RuleRole.Trait)
        {
            position++;
        }

        return position;
    }

    private void SweepStarts(CustomerState state)
    {
        for (var i = state.MatchTimes.Count - 1; i >= 0; i--)
        {
            // A trigger that is gone may come back with the next version.
            var window = index.WindowOf(state.MatchTimes[i].Trigger) ?? (Outcomes.RememberedFor.Ticks / TimeSpan.TicksPerMillisecond);
            if (!state.MatchTimes.Expire(i, state.Clock.UnixMilliseconds - window))
            {
                state.MatchTimes.RemoveAt(i);
            }
        }
    }

    /// <summary>Judges what time alone may have changed.</summary>
    public void JudgeWindows(CustomerState state, List<MembershipChange> changes)
    {
        _memberships.Stale.TouchWindows();
        Judge(state, changes);
    }

    /// <summary>Judges what is stale at the customer's time, writes what changed into the state and appends it.</summary>
    private void Judge(CustomerState state, List<MembershipChange> changes)
    {
        var first = changes.Count;
        _memberships.Judge(state, changes);
        for (var i = first; i < changes.Count; i++)
        {
            Memberships.Apply(state, changes[i]);
        }
    }
}
