using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Rules;

/// <summary>Finds what a run must keep of the events of its steps: the fields that later conditions read.</summary>
internal static class CapturedFields
{
    /// <summary>The steps, each with the fields that <paramref name="condition"/> (the trigger's <c>if</c>) and later steps read of its event.</summary>
    public static IReadOnlyList<StepPlan> Of(StepsStart start, CompiledExpression? condition)
    {
        var last = start.Last;
        return [.. start.Steps.Select((step, place) => step.Kind != StepKind.Event ? step : step with
        {
            Captured = step.Slot < 0 ? [] : Fields(start.Steps.Skip(place + 1).Select(s => s.Where).Append(condition), step.Slot, 0),
            CapturedAsEvent = ReferenceEquals(step, last) ? Fields([condition], EvaluationFrame.Event, start.Steps.Count == 1 ? EventType.FirstField : 0) : [],
        })];
    }

    /// <summary>Of a trigger with one step the run itself keeps id and time; the type is that of the plan.</summary>
    private static FieldDefinition[] Fields(IEnumerable<CompiledExpression?> expressions, int slot, int from)
    {
        var fields = new List<FieldDefinition>();
        foreach (var (_, field) in expressions.SelectMany(e => e?.Fields ?? []).Where(f => f.Slot == slot))
        {
            if (field.Ordinal >= from && field.Ordinal != EventType.TypeOrdinal && !fields.Exists(f => f.Ordinal == field.Ordinal))
            {
                fields.Add(field);
            }
        }

        fields.Sort((left, right) => left.Ordinal.CompareTo(right.Ordinal));
        return [.. fields];
    }
}
