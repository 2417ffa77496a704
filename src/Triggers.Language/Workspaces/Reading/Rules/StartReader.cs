using Triggers.Language.Evaluation;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Expressions;
using Triggers.Language.Workspaces.Reading.References;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Rules;

/// <summary>The start of a trigger: an event, steps, a segment, a condition, a date …</summary>
internal sealed class StartReader(EventReference events, IReadOnlySet<string> segments, Variable customer, Conditions conditions, DiagnosticBag diagnostics)
{
    private readonly StepsReader _steps = new(events, customer, conditions, diagnostics);

    /// <summary>The start; null after a mistake in its name, when nothing that depends on it can be checked.</summary>
    public TriggerStart? Read(YamlMapping when)
    {
        if (when.Entry("start") is not null)
        {
            return events.Event(when.Scalar("start")) is { } type ? new(type, [Conditions.Event(type), customer], [Conditions.Event(type), customer]) : null;
        }

        if (when.Sequence("steps") is { } steps)
        {
            return _steps.Read(steps);
        }

        Segment(when.Scalar("enters"));
        Segment(when.Scalar("leaves"));
        Segment(when.Scalar("over"));
        conditions.Condition(when.Scalar("crosses"), [customer]);
        conditions.OneOf(when.Scalar("date"), [customer], DataType.Timestamp, DataType.String);
        conditions.OneOf(when.Scalar("due"), [customer], DataType.Timestamp);
        conditions.OneOf(when.Scalar("price-drop"), [customer], DataType.List(DataType.String), DataType.String);
        conditions.OneOf(when.Scalar("back-in-stock"), [customer], DataType.List(DataType.String), DataType.String);
        events.Event(when.Mapping("silence")?.Scalar("of"));
        if (when.Entry("schedule") is { } schedule && when.Entry("over") is null)
        {
            diagnostics.ScheduleForNobody(schedule.Key);
        }

        return new(null, [customer], [customer]);
    }

    private void Segment(YamlScalar? name)
    {
        if (name is not null && !segments.Contains(name.Value))
        {
            diagnostics.UnknownSegment(name, [.. segments]);
        }
    }
}
