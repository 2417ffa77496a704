using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Definitions;
using Triggers.Language.Workspaces.Reading.Expressions;
using Triggers.Language.Workspaces.Reading.Messaging;
using Triggers.Language.Workspaces.Reading.References;
using Triggers.Language.Workspaces.Values;
using Triggers.Language.Workspaces.Yaml;
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

        var again = Again(trigger, when);
        NothingWaits(when);
        if (starts.Read(name.Value, when) is not { } start)
        {
            return null;
        }

        var key = conditions.OneOf(when.Scalar("key"), start.Keyed, KeyTypes);
        var condition = Condition(trigger.Scalar("if"), start.Fired);
        var until = untils.Read(when, key);
        return send is null || start.Plan is null ? null : new(name.Value, Complete(start.Plan, key, condition), send)
        {
            Label = trigger.Text("label") ?? name.Value,
            Repeat = Repeat(when.Text("repeat")),
            Until = until,
            Wait = start.Waits + (Duration(when, "wait") ?? TimeSpan.Zero),
            If = condition,
            Again = again,
            Stale = Duration(trigger, "stale"),
            HoldOut = PoliciesReader.HoldOut(trigger.Mapping("hold_out"), name.Value),
        };
    }

    private static StartPlan Complete(StartPlan start, CompiledExpression? key, CompiledExpression? condition) =>
        start is StepsStart steps ? steps with { Key = key, Steps = CapturedFields.Of(steps, condition) } : start;

    private static TimeSpan? Duration(YamlMapping mapping, string key) => DurationText.TryParse(mapping.Text(key) ?? "", out var duration) ? duration : null;

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

    private AgainPlan? Again(YamlMapping trigger, YamlMapping when)
    {
        if (trigger.Mapping("again") is { } pause)
        {
            return Duration(pause, "after") is { } after ? new(pause.Text("from") == "entry" ? AgainPolicy.AfterEntry : AgainPolicy.AfterMessage, after) : null;
        }

        var again = trigger.Scalar("again");
        if (again?.Value == "once per key" && when.Entry("key") is null)
        {
            diagnostics.OncePerMissingKey(again);
        }

        return again?.Value switch
        {
            "once" => new(AgainPolicy.Once, TimeSpan.Zero),
            "once per key" => new(AgainPolicy.OncePerKey, TimeSpan.Zero),
            "after exit" => new(AgainPolicy.AfterExit, TimeSpan.Zero),
            _ => null,
        };
    }

    private void NothingWaits(YamlMapping when)
    {
        var isMisspelt = when.Entries.Any(e => TriggerDefinition.When.Find(e.Name) is null);
        if (!isMisspelt && when.Entry("wait") is null && when.Entry("steps") is null && when.Entry("silence") is null && (when.Entry("until") ?? when.Entry("repeat")) is { } idle)
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
}
