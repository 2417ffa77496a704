using Triggers.Language.Evaluation;
using Triggers.Language.Plan;

namespace Triggers.Engine.Intake;

/// <summary>
/// The fields of arriving events that a plan reads. Every expression that is evaluated over an arriving event must be named here: what is not is never made a value, and
/// reads as absent.
/// </summary>
public static class PlanFields
{
    /// <summary>Type and field, perhaps more than once.</summary>
    public static IEnumerable<EventField> Read(WorkspacePlan plan)
    {
        foreach (var (type, by) in Expressions(plan))
        {
            foreach (var used in by?.Fields ?? [])
            {
                if (used.Slot == EvaluationFrame.Event)
                {
                    yield return new(type, used.Field);
                }
            }
        }

        foreach (var whole in Whole(plan))
        {
            yield return whole;
        }
    }

    /// <summary>Names of fields of the records in lists of events, whatever the list; perhaps more than once.</summary>
    public static IEnumerable<string> ReadOfElements(WorkspacePlan plan)
    {
        foreach (var (_, by) in Expressions(plan))
        {
            foreach (var name in by?.ElementFields ?? [])
            {
                yield return name;
            }
        }

        foreach (var (_, list) in Whole(plan))
        {
            foreach (var field in list.Type.Element?.Record?.Fields ?? [])
            {
                yield return field.Name;
            }
        }
    }

    private static IEnumerable<EventExpression> Expressions(WorkspacePlan plan)
    {
        foreach (var trigger in plan.Triggers)
        {
            foreach (var step in trigger.Steps)
            {
                yield return new(step.Event, step.Where);
            }

            if (trigger.Start is StepsStart start)
            {
                yield return new(start.First, start.Key);
            }

            foreach (var until in trigger.Until)
            {
                yield return new(until.Event, until.Where);
                yield return new(until.Event, until.Key);
            }
        }

        foreach (var trait in plan.Traits)
        {
            foreach (var type in trait.Events)
            {
                yield return new(type, trait.Where);
                yield return new(type, trait.By);
            }
        }

        foreach (var consent in plan.Messaging.Policies.Consent)
        {
            yield return new(consent.Event, consent.Given);
            yield return new(consent.Event, consent.Channel);
            yield return new(consent.Event, consent.Purpose);
        }
    }

    /// <summary>Fields whose values are kept as they are.</summary>
    private static IEnumerable<EventField> Whole(WorkspacePlan plan)
    {
        foreach (var step in plan.Triggers.SelectMany(trigger => trigger.Steps))
        {
            foreach (var field in step.Captured.Concat(step.CapturedAsEvent))
            {
                yield return new(step.Event, field);
            }
        }

        foreach (var trait in plan.Traits)
        {
            foreach (var type in trait.Source is null ? [] : trait.Events)
            {
                yield return new(type, trait.Source!.Fields[0]);
            }
        }

        foreach (var (type, kind, place) in WordEvents.Of(plan))
        {
            if (kind is WordsKind.Failed or WordsKind.Answered)
            {
                yield return new(type, type.Record.Fields[place]);
            }
        }
    }
}
