using System.Globalization;
using System.Text;
using Triggers.Language.Plan;
using Triggers.Model;
using Triggers.Model.Values;

namespace Triggers.Engine.State;

/// <summary>A state as text for operators and tests, one fact a line. Not a format that anything reads back.</summary>
public static class StateText
{
    /// <summary>
    /// Everything in <paramref name="state"/>. With a plan, traits, triggers and fields have their names; what the plan does not have (any more), and all without a plan,
    /// is shown by its stable id.
    /// </summary>
    public static string Describe(CustomerState state, WorkspacePlan? plan = null)
    {
        var text = new StringBuilder();
        Line(text, 0, $"customer {state.Identifier?.ToString() ?? "(not seen yet)"}, key {state.Customer}");
        Line(text, 0, $"next deadline {state.NextDeadline}");
        Line(text, 0, $"remembers {state.Recent.All.Count.ToString(CultureInfo.InvariantCulture)} of {RecentEvents.Limit} event ids");
        foreach (var slot in state.Traits.All)
        {
            var trait = plan?.Traits.FirstOrDefault(t => t.Id == slot.Id);
            Line(text, 0, $"trait {Name(trait?.Name, slot.Id)} = {slot.Value.Describe(trait?.Field.Type ?? DataType.Dyn)}, of {slot.Time}");
        }

        foreach (var run in state.Runs.All)
        {
            Describe(text, run, plan?.Triggers.FirstOrDefault(t => t.Id == run.Trigger));
        }

        return text.ToString();
    }

    private static void Describe(StringBuilder text, Run run, TriggerPlan? trigger)
    {
        var key = run.Key.Length > 0 ? $" of {run.Key}" : "";
        Line(text, 0, $"run {Name(trigger?.Name, run.Trigger)}{key}: fires {run.Deadline}, started {run.StartedAt} by {run.CauseEventId}");
        foreach (var slot in run.Captured)
        {
            var field = trigger?.Captured.FirstOrDefault(f => f.Id == slot.Id);
            Line(text, 2, $"{Name(field?.Name, slot.Id)} = {slot.Value.Describe(field?.Type ?? DataType.Dyn)}");
        }
    }

    private static string Name(string? name, StableId id) => name ?? $"({id})";

    private static void Line(StringBuilder text, int indent, string line) => text.Append(' ', indent).Append(line).Append('\n');
}
