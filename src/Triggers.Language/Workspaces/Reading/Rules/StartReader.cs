using System.Globalization;
using Triggers.Language.Calendars;
using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Customers;
using Triggers.Language.Workspaces.Reading.Expressions;
using Triggers.Language.Workspaces.Reading.References;
using Triggers.Language.Workspaces.Values;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Rules;

/// <summary>The start of a trigger: an event, steps, a segment, a condition, a date …</summary>
internal sealed class StartReader(
    EventReference events, MembershipNames memberships, Variable customer, Conditions conditions, ConstantConditions constants, bool customersHaveZones, DiagnosticBag diagnostics)
{
    private readonly StepsReader _steps = new(events, customer, conditions, constants, diagnostics);

    /// <summary>The start; null after a mistake in its name, when nothing that depends on it can be checked.</summary>
    /// <param name="trigger">Name of the trigger.</param>
    /// <param name="when">What is below <c>when:</c>.</param>
    public TriggerStart? Read(string trigger, YamlMapping when)
    {
        if (when.Entry("start") is not null)
        {
            return OfEvent(when);
        }

        if (when.Sequence("steps") is { } steps)
        {
            return _steps.Read(steps);
        }

        if (when.Mapping("silence") is { } silence)
        {
            return OfSilence(silence);
        }

        var plan = Membership(when.Scalar("enters"), MembershipKind.Segment, leaves: false)
            ?? Membership(when.Scalar("leaves"), MembershipKind.Segment, leaves: true)
            ?? Membership(when.Scalar("stage"), MembershipKind.Stage, leaves: false)
            ?? Crossing(trigger, when.Scalar("crosses"))
            ?? Date(when)
            ?? Schedule(when) as StartPlan;
        CheckUnbuilt(when);
        return new(plan, [customer], [customer]);
    }

    private TriggerStart? OfEvent(YamlMapping when)
    {
        if (events.Event(when.Scalar("start")) is not { } type)
        {
            return null;
        }

        Variable[] seen = [Conditions.Event(type), customer];
        var where = conditions.Condition(when.Scalar("where"), seen);
        constants.Trigger(when.Scalar("where"), where);
        var times = when.Mapping("times");
        return new(new StepsStart([new(StepKind.Event, type, where)], null) { Times = Times(times) }, seen, seen);
    }

    private static TimesPlan? Times(YamlMapping? times) =>
        int.TryParse(times?.Text("at_least"), NumberStyles.None, CultureInfo.InvariantCulture, out var least) && DurationText.TryParse(times!.Text("in") ?? "", out var window)
            ? new(least, window)
            : null;

    private TriggerStart? OfSilence(YamlMapping silence)
    {
        if (events.Event(silence.Scalar("of")) is not { } type)
        {
            return null;
        }

        var waits = DurationText.TryParse(silence.Text("for") ?? "", out var duration) ? duration : TimeSpan.Zero;
        Variable[] seen = [Conditions.Event(type), customer];
        return new(new StepsStart([new(StepKind.Event, type, null)], null) { IsSilence = true }, seen, seen) { Waits = waits };
    }

    private MembershipStart? Membership(YamlScalar? name, MembershipKind kind, bool leaves)
    {
        if (name is null)
        {
            return null;
        }

        if (!memberships.Of(kind).Contains(name.Value))
        {
            diagnostics.UnknownMembership(name, kind, memberships.Of(kind));
        }

        return memberships.Find(kind, name.Value) is var place and >= 0 ? new(place, leaves) : null;
    }

    private MembershipStart? Crossing(string trigger, YamlScalar? text)
    {
        var condition = conditions.Condition(text, [customer]);
        SegmentsReader.CheckSource(condition, text, diagnostics);
        return condition is null ? null : new(memberships.AddCrossing(trigger, condition), Leaves: false);
    }

    private DateStart? Date(YamlMapping when)
    {
        var date = conditions.OneOf(when.Scalar("date"), [customer], DataType.Timestamp, DataType.String);
        var at = TimeOnly.TryParse(when.Text("at"), CultureInfo.InvariantCulture, out var time) ? time : Anniversary.DefaultAt;
        var before = DurationText.TryParse(when.Text("before") ?? "", out var duration) ? duration : TimeSpan.Zero;
        return date is null ? null : new(date, new(at, before), InCustomerZone(when));
    }

    private ScheduleStart? Schedule(YamlMapping when)
    {
        var over = Membership(when.Scalar("over"), MembershipKind.Segment, leaves: false);
        if (when.Entry("schedule") is { } entry && when.Entry("over") is null)
        {
            diagnostics.ScheduleForNobody(entry.Key);
        }

        return over is not null && CronSchedule.TryParse(when.Text("schedule") ?? "", out var schedule, out _) ? new(schedule, over.Membership, InCustomerZone(when)) : null;
    }

    private bool InCustomerZone(YamlMapping when)
    {
        var zone = when.Scalar("zone");
        if (zone?.Value == "customer" && !customersHaveZones)
        {
            diagnostics.NoCustomerZone(zone);
        }

        return zone?.Value == "customer";
    }

    private void CheckUnbuilt(YamlMapping when)
    {
        conditions.OneOf(when.Scalar("due"), [customer], DataType.Timestamp);
        conditions.OneOf(when.Scalar("price-drop"), [customer], DataType.List(DataType.String), DataType.String);
        conditions.OneOf(when.Scalar("back-in-stock"), [customer], DataType.List(DataType.String), DataType.String);
    }
}
