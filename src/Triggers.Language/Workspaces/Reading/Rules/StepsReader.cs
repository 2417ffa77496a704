using System.Globalization;
using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Expressions;
using Triggers.Language.Workspaces.Reading.References;
using Triggers.Language.Workspaces.Values;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Rules;

/// <summary><c>steps:</c> of a trigger: events in this order, and events that must not come.</summary>
internal sealed class StepsReader(EventReference events, Variable customer, Conditions conditions, ConstantConditions constants, DiagnosticBag diagnostics)
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
        var plans = new List<StepPlan>();
        var items = steps.Items.OfType<YamlMapping>().ToList();
        foreach (var step in items)
        {
            if (events.Event(step.Scalar("event") ?? step.Scalar("not")) is { } type)
            {
                plans.Add(Step(step, type, named));
            }
        }

        if (plans.Count < items.Count || plans.Count == 0 || plans[0].Kind != StepKind.Event)
        {
            return null;
        }

        var start = new StepsStart(plans, null);
        return new(start, [Conditions.Event(start.First), customer], [Conditions.Event(start.Last.Event), customer, .. named]);
    }

    private StepPlan Step(YamlMapping step, EventType type, List<Variable> named)
    {
        var where = conditions.Condition(step.Scalar("where"), [Conditions.Event(type), customer, .. named]);
        constants.Trigger(step.Scalar("where"), where);
        var within = DurationText.TryParse(step.Text("within") ?? "", out var duration) ? duration : (TimeSpan?)null;
        var isStrict = step.Text("strict") == "true";
        var kind = step.Entry("not") is null ? StepKind.Event : isStrict ? StepKind.NotNext : within is null ? StepKind.Guard : StepKind.Absence;
        var name = step.Scalar("name");
        return new(kind, type, where)
        {
            Name = name?.Value,
            Slot = name is null ? -1 : Name(name, type, named),
            Within = within,
            AtLeast = int.TryParse(step.Text("at_least"), NumberStyles.None, CultureInfo.InvariantCulture, out var least) ? least : 1,
            IsStrict = isStrict,
            IsEach = step.Text("each") == "true",
        };
    }

    private int Name(YamlScalar name, EventType type, List<Variable> named)
    {
        if (name.Value is "event" or "customer" || named.Any(v => v.Name == name.Value))
        {
            diagnostics.StepNameTaken(name);
            return -1;
        }

        var slot = EvaluationFrame.FirstNamed + named.Count;
        named.Add(new(name.Value, slot, DataType.Of(type.Record)));
        return slot;
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

        if (all.Count > 0 && (all[0].Entry("within") ?? all[0].Entry("strict")) is { } within)
        {
            diagnostics.WithinFirst(within.Key);
        }

        foreach (var step in all.Where(s => s.Text("each") == "true"))
        {
            if (step.Entry("at_least") is { } often)
            {
                diagnostics.EachOfMany(often.Key);
            }
        }
    }
}
