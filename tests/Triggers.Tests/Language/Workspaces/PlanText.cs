using System.Text;
using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Language.Schema;

namespace Triggers.Tests.Language.Workspaces;

/// <summary>A whole plan as text, for approval.</summary>
internal static class PlanText
{
    public static string Write(WorkspacePlan plan)
    {
        var text = new StringBuilder().Append($"{plan.Name}, currency {plan.Catalogue.Currency}\n");
        foreach (var type in plan.Catalogue.Types)
        {
            text.Append($"event {type.Ordinal} {type.Name} from {type.Topic}, lateness {type.Lateness?.ToString() ?? "none"}\n");
            foreach (var field in type.Record.Fields)
            {
                text.Append($"  {field.Ordinal} {field.Name}: {field.Type}{(field.Optional ? "?" : "")}\n");
            }
        }

        foreach (var source in plan.Catalogue.Sources)
        {
            Append(text, source);
        }

        text.Append($"customer: {string.Join(", ", plan.Customer.Fields.Select(f => $"{f.Ordinal} {f.Name} {f.Type}{(f.Optional ? "?" : "")}"))}\n");
        foreach (var trait in plan.Traits)
        {
            text.Append($"trait {trait.Name}: {trait.Kind.ToString().ToLowerInvariant()} {string.Join(" ", trait.Events.Select(e => e.Name))}.{trait.Source}");
            text.Append($" where {Say(trait.Where)} by {Say(trait.By)} in {trait.Window?.ToString() ?? "-"} keep {trait.Keep} gap {trait.Gap}\n");
        }

        foreach (var membership in plan.Memberships)
        {
            text.Append($"{membership.Kind.ToString().ToLowerInvariant()} {membership.Name}: {Say(membership.Condition)}\n");
        }

        foreach (var channel in plan.Channels)
        {
            text.Append($"channel {channel.Name} to {channel.Topic}, address {channel.Address.Source}\n");
        }

        foreach (var trigger in plan.Triggers)
        {
            Append(text, trigger);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, SourceMapping source)
    {
        text.Append($"source {source.Topic}: {source.Format}, id {source.IdField ?? "row"}, type {source.AlwaysType ?? source.TypeField + Pairs(source.TypeNames)}\n");
        text.Append($"  time {source.TimeField} ({source.TimeFormat ?? "RFC 3339"}) in {source.TimeZone}, customer{Pairs(source.Customer)}, fields{Pairs(source.Fields)}\n");
        if (source.Group is { } group)
        {
            text.Append($"  group by {group.By} within {group.Within}, rows {group.Rows ?? "-"}, sums{Pairs(group.Sums.Select(s => KeyValuePair.Create(s.Key, Say(s.Value))))}\n");
        }
    }

    private static void Append(StringBuilder text, TriggerPlan trigger)
    {
        text.Append($"trigger {trigger.Ordinal} {trigger.Name} ({trigger.Label})\n");
        foreach (var step in trigger.Steps)
        {
            text.Append($"  {step.Kind.ToString().ToLowerInvariant()} {step.Event.Name} {step.Name ?? "-"} {step.Slot} where {Say(step.Where)} within {step.Within?.ToString() ?? "-"}");
            text.Append($" at least {step.AtLeast}{(step.IsStrict ? " strict" : "")}{(step.IsEach ? " each" : "")}");
            text.Append($" captures [{Fields(step.Captured)}] as event [{Fields(step.CapturedAsEvent)}]\n");
        }

        text.Append($"  {Describe(trigger.Start)} repeat {trigger.Repeat} wait {trigger.Wait} again {trigger.Again?.ToString() ?? "-"} stale {trigger.Stale?.ToString() ?? "-"}\n");
        foreach (var until in trigger.Until)
        {
            text.Append($"  until {until.Event.Name} where {Say(until.Where)} key {Say(until.Key)}\n");
        }

        text.Append($"  if {Say(trigger.If)}\n");
        text.Append($"  send {trigger.Send.Purpose} {trigger.Send.Priority} {trigger.Send.Offer} on [{string.Join(", ", trigger.Send.Channels.Select(c => c.Name))}]\n");
    }

    private static string Describe(StartPlan start) => start switch
    {
        StepsStart steps => $"key {Say(steps.Key)} times {steps.Times?.ToString() ?? "-"}{(steps.IsSilence ? " silence" : "")}",
        MembershipStart membership => $"{(membership.Leaves ? "leaves" : "enters")} {membership.Membership}",
        _ => start.ToString(),
    };

    private static string Fields(IEnumerable<Triggers.Model.Values.FieldDefinition> fields) => string.Join(", ", fields.Select(f => f.Name));

    private static string Say(CompiledExpression? expression) => expression is null ? "-" : $"`{expression.Source}`";

    private static string Pairs(IEnumerable<KeyValuePair<string, string>> pairs) => $" [{string.Join(", ", pairs.Select(p => $"{p.Key}={p.Value}"))}]";
}
