using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Engine.Intake;

/// <summary>
/// The fields of arriving events that a plan reads. Every expression that is evaluated over an arriving event must be named here: what is not is never made a value, and
/// reads as absent.
/// </summary>
public static class PlanFields
{
    /// <summary>Type and field, perhaps more than once.</summary>
    public static IEnumerable<(EventType Type, FieldDefinition Field)> Read(WorkspacePlan plan) => 
        plan.Triggers.SelectMany(OfTrigger).Concat(plan.Traits.SelectMany(OfTrait)).Concat(plan.Messaging.Policies.Consent.SelectMany(OfConsent)).Concat(OfFeedback(plan));

    private static IEnumerable<(EventType Type, FieldDefinition Field)> OfConsent(ConsentEventPlan consent) =>
        OfEvent(consent.Event, consent.Given).Concat(OfEvent(consent.Event, consent.Channel)).Concat(OfEvent(consent.Event, consent.Purpose));

    private static IEnumerable<(EventType Type, FieldDefinition Field)> OfFeedback(WorkspacePlan plan) =>
        WordEvents.Of(plan).Where(words => words.Kind is WordsKind.Failed or WordsKind.Answered).Select(words => (words.Type, words.Type.Record.Fields[words.Place]));

    private static IEnumerable<(EventType Type, FieldDefinition Field)> OfTrait(TraitPlan trait) => trait.Events.SelectMany(type =>
        OfEvent(type, trait.Where)
            .Concat(OfEvent(type, trait.By))
            .Concat(trait.Source is { } source ? [(type, source.Fields[0])] : []));

    private static IEnumerable<(EventType Type, FieldDefinition Field)> OfTrigger(TriggerPlan trigger) =>
        trigger.Steps.SelectMany(OfStep)
            .Concat(trigger.Start is StepsStart start ? OfEvent(start.First, start.Key) : [])
            .Concat(trigger.Until.SelectMany(until => OfEvent(until.Event, until.Where).Concat(OfEvent(until.Event, until.Key))));

    private static IEnumerable<(EventType Type, FieldDefinition Field)> OfStep(StepPlan step) =>
        OfEvent(step.Event, step.Where).Concat(step.Captured.Concat(step.CapturedAsEvent).Select(field => (step.Event, field)));

    private static IEnumerable<(EventType Type, FieldDefinition Field)> OfEvent(EventType type, CompiledExpression? expression) =>
        expression?.Fields.Where(used => used.Slot == EvaluationFrame.Event).Select(used => (type, used.Field)) ?? [];
}
