using Triggers.Language.Plan;
using Triggers.Language.Syntax;
using Triggers.Language.Workspaces.Values;
using Triggers.Model.Events;

namespace Triggers.Language.Workspaces.English;

/// <summary>What starts a trigger, as a clause.</summary>
internal sealed class StartPhrase(TriggerPlan trigger, WorkspacePlan plan)
{
    private readonly StepsStart? _steps = trigger.Start as StepsStart;

    /// <summary>True for a trigger of one event, whose repeats count.</summary>
    public bool IsOneEvent => _steps is { Steps.Count: 1, IsSilence: false };

    /// <summary>What <c>event</c> is called in the trigger's <c>if</c>: <c>the cart's</c>.</summary>
    public string Possessive => _steps is null ? "its" : $"the {new EventPhrase(_steps.Last.Event.Name).Noun}'s";

    /// <summary>The clause, behind "as soon as" or "so long after".</summary>
    public string Say(bool waits) => trigger.Start switch
    {
        StepsStart { IsSilence: true } silence => new EventPhrase(silence.First.Name).Clause("a", "", "last"),
        StepsStart { Steps.Count: 1 } one => OneEvent(one, waits),
        StepsStart steps => Words.Join([.. steps.Steps.Select((step, place) => Step(step, place == 0))], "and"),
        MembershipStart membership => Membership(membership),
        DateStart date => $"the day of {Conditions(null, "its").SayThing(date.Date.ToSyntax())} came round, {date.Anniversary}, by the {Clock(date)} clock",
        ScheduleStart schedule => $"the schedule {schedule.Schedule} came round, for each customer of the segment {plan.Memberships[schedule.Over].Name}, by the {Clock(schedule)} clock",
        _ => "its time came",
    };

    /// <summary>An event that happened, with what its condition says of it.</summary>
    public string Happened(EventPhrase phrase, EventType type, Expression? where, string article, string adverb)
    {
        if (where is null)
        {
            return phrase.Clause(article, "", adverb);
        }

        var words = Conditions(type, "its");
        return words.SayWith(where) is { } with ? phrase.Clause(article, with, adverb) : $"{phrase.Clause(article, "", adverb)} ({words.Say(where)})";
    }

    /// <summary>Words for conditions over an event of this type, the steps and the customer.</summary>
    public ConditionPhrase Conditions(EventType? type, string possessive) => new(
        [
            new("event", possessive, type?.Record),
            new("customer", "the customer's", plan.Customer),
            .. (_steps?.Steps ?? []).Where(s => s.Name is not null).Select(s => new Subject(s.Name!, $"the {Words.Spaced(s.Name!)} {new EventPhrase(s.Event.Name).Noun}'s", s.Event.Record)),
        ],
        plan.Catalogue.Currency);

    private string OneEvent(StepsStart start, bool waits)
    {
        var adverb = !waits ? "" : trigger.Repeat switch { RepeatPolicy.Restart => "last", RepeatPolicy.Ignore => "first", _ => "" };
        var happened = Happened(new(start.First.Name), start.First, start.Steps[0].Where?.ToSyntax(), "a", adverb);
        return start.Times is { } times ? $"{happened}, at least {times.AtLeast} times in {DurationText.Say(times.Window)}" : happened;
    }

    private string Step(StepPlan step, bool isFirst)
    {
        var phrase = new EventPhrase(step.Event.Name);
        var where = step.Where?.ToSyntax();
        var within = step.Within is { } duration ? $" within {DurationText.Say(duration)}" : "";
        if (step.Kind != StepKind.Event)
        {
            var next = step.Kind == StepKind.NotNext ? " as the very next event" : "";
            return $"then {Happened(phrase, step.Event, where, "no", "")}{next}{within}";
        }

        var often = step.AtLeast > 1 ? $" {step.AtLeast} times" : "";
        var strict = step.IsStrict ? " with nothing in between" : "";
        return $"{(isFirst ? "first" : "then")} {Happened(phrase, step.Event, where, "a", "")}{often}{within}{strict}";
    }

    private static string Clock(CalendarStart start) => start.InCustomerZone ? "customer's" : "workspace's";

    private string Membership(MembershipStart start)
    {
        var followed = plan.Memberships[start.Membership];
        return followed.Kind switch
        {
            MembershipKind.Segment => $"a customer {(start.Leaves ? "leaves" : "comes into")} the segment {followed.Name}",
            MembershipKind.Stage => $"a customer's stage becomes {followed.Name}",
            _ => $"it becomes true of a customer that {Conditions(null, "its").Say(followed.Condition.ToSyntax())}",
        };
    }
}
