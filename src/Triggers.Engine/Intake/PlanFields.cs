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
    public static IEnumerable<(EventType Type, FieldDefinition Field)> Read(WorkspacePlan plan) => Expressions(plan).SelectMany(OfEvent).Concat(Whole(plan));

    /// <summary>Names of fields of the records in lists of events, whatever the list; perhaps more than once.</summary>
    public static IEnumerable<string> ReadOfElements(WorkspacePlan plan) =>
        Expressions(plan).SelectMany(read => read.By?.ElementFields ?? []).Concat(Whole(plan).SelectMany(read => read.Field.Type.Element?.Record?.Fields ?? []).Select(field => field.Name));

    private static IEnumerable<(EventType Type, FieldDefinition Field)> OfEvent((EventType Type, CompiledExpression? By) read) =>
        read.By?.Fields.Where(used => used.Slot == EvaluationFrame.Event).Select(used => (read.Type, used.Field)) ?? [];

    private static IEnumerable<(EventType Type, CompiledExpression? By)> Expressions(WorkspacePlan plan) =>
        plan.Triggers.SelectMany(OfTrigger).Concat(plan.Traits.SelectMany(OfTrait)).Concat(plan.Messaging.Policies.Consent.SelectMany(OfConsent));

    private static IEnumerable<(EventType Type, CompiledExpression? By)> OfConsent(ConsentEventPlan consent) =>
        [(consent.Event, consent.Given), (consent.Event, consent.Channel), (consent.Event, consent.Purpose)];

    private static IEnumerable<(EventType Type, CompiledExpression? By)> OfTrait(TraitPlan trait) =>
        trait.Events.SelectMany(type => new[] { (type, trait.Where), (type, trait.By) });

    private static IEnumerable<(EventType Type, CompiledExpression? By)> OfTrigger(TriggerPlan trigger) =>
        trigger.Steps.Select(step => (step.Event, step.Where))
            .Concat(trigger.Start is StepsStart start ? [(start.First, start.Key)] : [])
            .Concat(trigger.Until.SelectMany(until => new[] { (until.Event, until.Where), (until.Event, until.Key) }));

    /// <summary>Fields whose values are kept as they are.</summary>
    private static IEnumerable<(EventType Type, FieldDefinition Field)> Whole(WorkspacePlan plan) =>
        plan.Triggers.SelectMany(trigger => trigger.Steps).SelectMany(step => step.Captured.Concat(step.CapturedAsEvent).Select(field => (step.Event, field)))
            .Concat(plan.Traits.SelectMany(OfSource))
            .Concat(WordEvents.Of(plan).Where(words => words.Kind is WordsKind.Failed or WordsKind.Answered).Select(words => (words.Type, words.Type.Record.Fields[words.Place])));

    private static IEnumerable<(EventType Type, FieldDefinition Field)> OfSource(TraitPlan trait) =>
        trait.Source is { } source ? trait.Events.Select(type => (type, source.Fields[0])) : [];
}
