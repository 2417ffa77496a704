using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Expressions;
using Triggers.Language.Workspaces.Reading.References;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Rules;

/// <summary><c>until:</c> of a trigger: the events that end its runs.</summary>
internal sealed class UntilReader(EventReference events, Variable customer, Conditions conditions, ConstantConditions constants, DiagnosticBag diagnostics)
{
    /// <summary>The plans, as far as they could be read.</summary>
    public List<UntilPlan> Read(YamlMapping when, CompiledExpression? key)
    {
        var plans = new List<UntilPlan>();
        foreach (var item in when.Sequence("until")?.Items ?? [])
        {
            var mapping = item as YamlMapping;
            var name = mapping is null ? item as YamlScalar : mapping.Scalar("event");
            if (events.Event(name) is not { } type)
            {
                continue;
            }

            Variable[] variables = [Conditions.Event(type), customer];
            var where = conditions.Condition(mapping?.Scalar("where"), variables);
            constants.Trigger(mapping?.Scalar("where"), where);
            if (mapping?.Entry("where") is null && name!.Value == when.Text("start"))
            {
                diagnostics.StartEndsItself(name);
            }

            plans.Add(new(type, Key(mapping?.Scalar("key"), variables, when, key), where));
        }

        return plans;
    }

    private CompiledExpression? Key(YamlScalar? text, IReadOnlyList<Variable> variables, YamlMapping when, CompiledExpression? key)
    {
        var itsKey = conditions.OneOf(text, variables, TriggerReader.KeyTypes);
        if (text is not null && when.Scalar("key") is null)
        {
            diagnostics.UntilKeyWithoutKey(text);
        }
        else if (key is not null && itsKey is not null && key.Type != itsKey.Type && key.Type.Kind != DataTypeKind.Dyn && itsKey.Type.Kind != DataTypeKind.Dyn)
        {
            diagnostics.KeysOfDifferentTypes(text!, itsKey.Type, key.Type);
        }

        return itsKey;
    }
}
