using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Definitions;
using Triggers.Language.Workspaces.Reading.Expressions;
using Triggers.Language.Workspaces.Reading.References;
using Triggers.Language.Workspaces.Values;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Rules;

/// <summary>One trigger of <c>triggers/*.yaml</c> → its plan.</summary>
internal sealed class TriggerReader(
    EventReference events,
    StartReader starts,
    UntilReader untils,
    SendReader sends,
    Variable customer,
    Conditions conditions,
    ConstantConditions constants,
    DiagnosticBag diagnostics)
{
    /// <summary>What a key may be: something with few enough values to be compared as a whole.</summary>
    public static IReadOnlyList<DataType> KeyTypes { get; } = [DataType.String, DataType.Int, DataType.UInt, DataType.Bool, DataType.Timestamp];

    /// <summary>The plan with ordinal 0; null after a mistake, or when the trigger cannot run yet.</summary>
    public TriggerPlan? Read(YamlScalar name, YamlMapping trigger)
    {
        var send = sends.Read(trigger.Mapping("send"));
        Goal(trigger.Mapping("goal"));
        if (trigger.Mapping("when") is not { } when)
        {
            return null;
        }

        Again(trigger.Scalar("again"), when);
        NothingWaits(when);
        if (starts.Read(when) is not { } start)
        {
            return null;
        }

        var where = Condition(when.Scalar("where"), start.Keyed);
        var key = conditions.OneOf(when.Scalar("key"), start.Keyed, KeyTypes);
        var condition = Condition(trigger.Scalar("if"), start.Fired);
        var until = untils.Read(when, key);
        return send is null || start.Event is null ? null : new(
            name.Value,
            0,
            trigger.Text("label") ?? name.Value,
            start.Event,
            where,
            key,
            Repeat(when.Text("repeat")),
            until,
            DurationText.TryParse(when.Text("wait") ?? "", out var wait) ? wait : TimeSpan.Zero,
            condition,
            send,
            Captured(condition));
    }

    private CompiledExpression? Condition(YamlScalar? text, IReadOnlyList<Variable> variables)
    {
        var condition = conditions.Condition(text, variables);
        constants.Trigger(text, condition);
        return condition;
    }

    private void Goal(YamlMapping? goal)
    {
        if (events.Event(goal?.Scalar("event")) is { } type)
        {
            conditions.Condition(goal!.Scalar("where"), [Conditions.Event(type), customer]);
        }
    }

    private void Again(YamlScalar? again, YamlMapping when)
    {
        if (again?.Value == "once per key" && when.Entry("key") is null)
        {
            diagnostics.OncePerMissingKey(again);
        }
    }

    private void NothingWaits(YamlMapping when)
    {
        var isMisspelt = when.Entries.Any(e => TriggerDefinition.When.Find(e.Name) is null);
        if (!isMisspelt && when.Entry("wait") is null && when.Entry("steps") is null && (when.Entry("until") ?? when.Entry("repeat")) is { } idle)
        {
            diagnostics.NothingWaits(idle.Key);
        }
    }

    private static RepeatPolicy Repeat(string? text) => text switch
    {
        "ignore" => RepeatPolicy.Ignore,
        "parallel" => RepeatPolicy.Parallel,
        _ => RepeatPolicy.Restart,
    };

    /// <summary>What a run keeps of its start event: the envelope is always there.</summary>
    private static IReadOnlyList<FieldDefinition> Captured(CompiledExpression? condition) =>
        [.. (condition?.Fields ?? [])
            .Where(f => f.Slot == EvaluationFrame.Event && f.Field.Ordinal >= EventType.FirstField)
            .Select(f => f.Field)
            .DistinctBy(f => f.Ordinal)
            .OrderBy(f => f.Ordinal)];
}
