using NodaTime;
using Triggers.Engine.State;
using Triggers.Language.Calendars;
using Triggers.Language.Plan;
using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.Rules;

/// <summary>
/// Starts triggers when a date of the customer or a schedule comes round. The next time of each is kept in the state; it is looked for again when the profile has changed, and
/// stays as it is while it still is one of the calendar's times.
/// </summary>
internal sealed class CalendarStarts
{
    private static readonly TimeSpan JustBefore = TimeSpan.FromMilliseconds(1);

    private readonly WorkspacePlan _plan;
    private readonly StepFrame _frame;
    private readonly RunRules _rules;
    private readonly TriggerPlan[] _triggers;
    private readonly DateTimeZone _zone;

    /// <summary>The calendars of <paramref name="plan"/>.</summary>
    public CalendarStarts(WorkspacePlan plan, StepFrame frame, RunRules rules)
    {
        _plan = plan;
        _frame = frame;
        _rules = rules;
        _triggers = [.. plan.Triggers.Where(trigger => trigger.Start is CalendarStart)];
        _zone = TimeZones.ZoneOf(plan.Zone, DateTimeZone.Utc);
    }

    /// <summary>Forgets the times of other rules; those of these are looked for.</summary>
    public void Adopt(CustomerState state, Timestamp now)
    {
        for (var i = 0; i < state.Triggers.Count; i++)
        {
            state.Triggers.SetNextAt(i, Timestamp.Never);
        }

        Arm(state, now);
    }

    /// <summary>Looks for the next times after the profile has changed: none before <paramref name="now"/> that was not waited for already.</summary>
    public void Arm(CustomerState state, Timestamp now)
    {
        foreach (var trigger in _triggers)
        {
            var start = (CalendarStart)trigger.Start;
            var place = state.Triggers.Find(trigger.Id);
            var known = place < 0 ? Timestamp.Never : state.Triggers[place].NextAt;
            var stays = known != Timestamp.Never && NextAfter(state, start, known - JustBefore) == known;
            var next = stays ? known : NextAfter(state, start, Timestamp.Max(state.Clock, now));
            if (next != known)
            {
                state.Triggers.GetOrAdd(trigger.Id);
                state.Triggers.SetNextAt(state.Triggers.Find(trigger.Id), next);
            }
        }
    }

    /// <summary>Starts the trigger whose time is <paramref name="due"/>, the first one by id, and looks for its next time.</summary>
    public void Fire(CustomerState state, Timestamp due, Timestamp now, List<RunChange> changes, List<Candidate> atOnce)
    {
        var place = 0;
        while (state.Triggers[place].NextAt != due)
        {
            place++;
        }

        var trigger = Array.Find(_triggers, t => t.Id == state.Triggers[place].Trigger);
        state.Triggers.SetNextAt(place, trigger is null ? Timestamp.Never : NextAfter(state, (CalendarStart)trigger.Start, due));
        if (trigger is not null)
        {
            _rules.Begin(state, trigger, state.Heap.Add($"calendar {due.UnixMilliseconds}"), due, notBefore: due, now, changes, atOnce);
        }
    }

    private Timestamp NextAfter(CustomerState state, CalendarStart start, Timestamp after)
    {
        var zone = start.InCustomerZone && _plan.CustomerZone is { } expression && _frame.Evaluate(expression) is { Kind: Model.Values.ValueKind.String } name
            ? TimeZones.ZoneOf(name.AsString, _zone)
            : _zone;
        return start switch
        {
            DateStart date => YearlyDate.TryRead(_frame.Evaluate(date.Date), zone, out var day) ? date.Anniversary.NextAfter(day, after, zone) : Timestamp.Never,
            ScheduleStart schedule when state.Memberships.Contains(_plan.Memberships[schedule.Over].Id) => schedule.Schedule.NextAfter(after, zone),
            _ => Timestamp.Never,
        };
    }
}
