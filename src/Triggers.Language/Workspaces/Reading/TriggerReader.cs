using System.Globalization;
using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Values;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading;

/// <summary>One trigger of <c>triggers/*.yaml</c> → its plan.</summary>
internal sealed class TriggerReader(EventReference events, Variable customer, SendReader sends, DiagnosticBag diagnostics)
{
    /// <summary>The plan with ordinal 0; null after a mistake.</summary>
    public TriggerPlan? Read(YamlScalar name, YamlMapping trigger)
    {
        var when = trigger.Mapping("when");
        var start = events.Event(when?.Scalar("start"));
        var send = sends.Read(trigger.Mapping("send"));
        if (when is null || start is null)
        {
            return null;
        }

        var variables = Variables(start);
        var where = Condition(when.Scalar("where"), variables);
        var key = Key(when.Scalar("key"), variables);
        var condition = Condition(trigger.Scalar("if"), variables);
        var wait = DurationText.TryParse(when.Text("wait") ?? "", out var length) ? length : TimeSpan.Zero;
        var until = Until(when, key);
        if (when.Entry("wait") is null && (when.Entry("until") ?? when.Entry("repeat")) is { } idle)
        {
            diagnostics.NothingWaits(idle.Key);
        }

        return send is null ? null : new(
            name.Value, 0, trigger.Text("label") ?? name.Value, start, where, key, Repeat(when.Text("repeat")), until, wait, condition, send, Captured(condition));
    }

    private List<UntilPlan> Until(YamlMapping when, CompiledExpression? key)
    {
        var plans = new List<UntilPlan>();
        foreach (var item in when.Sequence("until")?.Items ?? [])
        {
            var mapping = item as YamlMapping;
            if (events.Event(mapping is null ? item as YamlScalar : mapping.Scalar("event")) is not { } ending)
            {
                continue;
            }

            var variables = Variables(ending);
            var itsKey = Key(mapping?.Scalar("key"), variables);
            if (mapping?.Scalar("key") is { } text)
            {
                CheckKey(text, itsKey, when, key);
            }

            plans.Add(new(ending, itsKey, Condition(mapping?.Scalar("where"), variables)));
        }

        return plans;
    }

    private void CheckKey(YamlScalar text, CompiledExpression? itsKey, YamlMapping when, CompiledExpression? key)
    {
        if (when.Scalar("key") is null)
        {
            diagnostics.UntilKeyWithoutKey(text);
        }
        else if (key is not null && itsKey is not null && key.Type.Kind != itsKey.Type.Kind && key.Type.Kind != DataTypeKind.Dyn && itsKey.Type.Kind != DataTypeKind.Dyn)
        {
            diagnostics.KeysOfDifferentTypes(text, itsKey.Type, key.Type);
        }
    }

    private CompiledExpression? Key(YamlScalar? text, IReadOnlyList<Variable> variables)
    {
        var key = text is null ? null : CompiledExpression.Compile(text.Text, variables, null, diagnostics);
        if (key is not null && key.Type.Kind is not (DataTypeKind.String or DataTypeKind.Int or DataTypeKind.UInt or DataTypeKind.Bool or DataTypeKind.Timestamp or DataTypeKind.Dyn))
        {
            diagnostics.KeyOfWrongType(text!, key.Type);
        }

        return key;
    }

    private CompiledExpression? Condition(YamlScalar? text, IReadOnlyList<Variable> variables) =>
        text is null ? null : CompiledExpression.Compile(text.Text, variables, DataType.Bool, diagnostics);

    private Variable[] Variables(EventType type) => [new("event", EvaluationFrame.Event, DataType.Of(type.Record)), customer];

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
