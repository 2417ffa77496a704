using Triggers.Language.Evaluation;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Expressions;
using Triggers.Language.Workspaces.Reading.References;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Events;

namespace Triggers.Language.Workspaces.Reading.Rules;

/// <summary><c>steps:</c> of a trigger: events in this order, and events that must not come.</summary>
internal sealed class StepsReader(EventReference events, Variable customer, Conditions conditions, DiagnosticBag diagnostics)
{
    /// <summary>Most steps of a trigger: as many as variables have room for.</summary>
    public const int MostSteps = EvaluationFrame.FirstLocal - EvaluationFrame.FirstNamed;

    /// <summary>Checks the steps one after the other; each sees the named ones before it.</summary>
    public TriggerStart? Read(YamlSequence steps)
    {
        if (steps.Items.Count > MostSteps)
        {
            diagnostics.TooManySteps(steps, MostSteps);
            return null;
        }

        CheckOrder(steps);
        var named = new List<Variable>();
        EventType? first = null, last = null;
        foreach (var step in steps.Items.OfType<YamlMapping>())
        {
            var type = events.Event(step.Scalar("event") ?? step.Scalar("not"));
            if (type is not null)
            {
                conditions.Condition(step.Scalar("where"), [Conditions.Event(type), customer, .. named]);
                last = step.Scalar("event") is null ? last : type;
                first ??= last;
                Name(step.Scalar("name"), type, named);
            }
        }

        return first is null || last is null ? null : new(null, [Conditions.Event(first), customer], [Conditions.Event(last), customer, .. named]);
    }

    private void Name(YamlScalar? name, EventType type, List<Variable> named)
    {
        if (name is null)
        {
            return;
        }

        if (name.Value is "event" or "customer" || named.Any(v => v.Name == name.Value))
        {
            diagnostics.StepNameTaken(name);
        }
        else
        {
            named.Add(new(name.Value, EvaluationFrame.FirstNamed + named.Count, Model.Values.DataType.Of(type.Record)));
        }
    }

    private void CheckOrder(YamlSequence steps)
    {
        var all = steps.Items.OfType<YamlMapping>().ToList();
        if (all.Count > 0 && all[0].Entry("not") is { } absence)
        {
            diagnostics.AbsenceFirst(absence.Key);
        }

        if (all.Count > 1 && all[^1].Entry("not") is { } open && all[^1].Entry("within") is null)
        {
            diagnostics.AbsenceWithoutEnd(open.Key);
        }

        if (all.Count > 0 && all[0].Entry("within") is { } within)
        {
            diagnostics.WithinFirst(within.Key);
        }
    }
}
