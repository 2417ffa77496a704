using System.Globalization;
using System.Text;
using Triggers.Language.Plan;
using Triggers.Model;
using Triggers.Model.Time;
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
        Line(text, 0, $"customer {state.Identifier?.ToString() ?? "(not seen yet)"}, key {state.Customer}, time {state.Clock}");
        Line(text, 0, $"next deadline {state.NextDeadline}");
        Line(text, 0, $"remembers {Number(state.Recent.Count)} of {RecentEvents.Limit} event ids");
        for (var i = 0; i < state.Series.Count; i++)
        {
            var series = state.Series[i];
            Describe(text, state, series, plan?.Traits.FirstOrDefault(t => t.Id == series.Trait));
        }

        Describe(text, state.Memberships, plan);
        for (var i = 0; i < state.Triggers.Count; i++)
        {
            Describe(text, state.Triggers[i], plan);
        }

        for (var i = 0; i < state.MatchTimes.Count; i++)
        {
            var (trigger, key) = (state.MatchTimes[i].Trigger, state.Heap.Text(state.MatchTimes[i].Key));
            Line(text, 0, $"starts {NameOf(plan, trigger)}{Of(key)}: {string.Join(", ", state.MatchTimes.TimesOf(i).ToArray().Select(t => new Timestamp(t)))}");
        }

        for (var i = 0; i < state.Runs.Count; i++)
        {
            Describe(text, state.Heap, state.Runs[i], plan?.Triggers.FirstOrDefault(t => t.Id == state.Runs[i].Trigger));
        }

        MessagingText.Describe(text, state, plan);
        return text.ToString();
    }

    private static void Describe(StringBuilder text, CustomerState state, Series series, TraitPlan? trait)
    {
        var type = trait?.Source?.Type ?? DataType.Dyn;
        var key = series.IsKeyed ? $"[{Value(state.Heap, series.Key, DataType.Dyn)}]" : "";
        var entries = Enumerable.Range(0, series.Count).Select(i =>
        {
            var bucket = series[i];
            var value = bucket.Value.Length > 0 ? $"{Value(state.Heap, bucket.Value, type)} " : "";
            var count = bucket.Count != 1 ? $"{Number(bucket.Count)} times " : "";
            var sum = bucket.Sum != 0 ? $"sum {bucket.Sum.ToString(CultureInfo.InvariantCulture)}{state.Heap.Text(series.Unit)} " : "";
            var first = bucket.First != bucket.Time ? $"{new Timestamp(bucket.First)} to " : "";
            return $"{value}{count}{sum}of {first}{new Timestamp(bucket.Time)}";
        });
        Line(text, 0, $"trait {trait?.Name ?? $"({series.Trait})"}{key} {series.Kind.ToString().ToLowerInvariant()}: {string.Join(", ", entries)}");
    }

    private static void Describe(StringBuilder text, MembershipSet memberships, WorkspacePlan? plan)
    {
        foreach (var membership in memberships.All)
        {
            var known = plan?.Memberships.FirstOrDefault(m => m.Id == membership.Id);
            var name = known is null ? $"({membership.Id})" : $"{known.Kind.ToString().ToLowerInvariant()} {known.Name}";
            Line(text, 0, $"in {name} since {membership.Since}");
        }

        if (memberships.ChangesAt != Timestamp.Never)
        {
            Line(text, 0, $"judged again {memberships.ChangesAt}");
        }
    }

    private static void Describe(StringBuilder text, in TriggerSlot slot, WorkspacePlan? plan)
    {
        var facts = new List<string>();
        if (slot.Outcome != RunOutcome.None)
        {
            facts.Add($"last {slot.Outcome.ToString().ToLowerInvariant()} {slot.OutcomeAt}{(slot.By.Value == 0 ? "" : $" by {slot.By}")}{(slot.KeyHash == 0 ? "" : $" key {slot.KeyHash:x8}")}");
        }

        if (slot.SentAt != Timestamp.Beginning)
        {
            facts.Add($"message {slot.SentAt}");
        }

        if (slot.EnteredAt != Timestamp.Beginning)
        {
            facts.Add($"entry {slot.EnteredAt}");
        }

        if (slot.NextAt != Timestamp.Never)
        {
            facts.Add($"next {slot.NextAt}");
        }

        if (slot.SentKeys.Length > 0)
        {
            facts.Add($"{Number(slot.SentKeys.Length / sizeof(ulong))} keys had a message");
        }

        Line(text, 0, $"trigger {NameOf(plan, slot.Trigger)}: {string.Join(", ", facts)}");
    }

    private static void Describe(StringBuilder text, StateHeap heap, in Run run, TriggerPlan? trigger)
    {
        var step = run.Step > 1 || run.Seen > 0 ? $" at step {Number(run.Step)} ({Number(run.Seen)} seen) since {run.StepAt}" : "";
        Line(text, 0, $"run {trigger?.Name ?? $"({run.Trigger})"}{Of(heap.Text(run.Key))}: due {run.Deadline}, started {run.StartedAt} by {heap.Text(run.Cause)}{step}");
        var later = new BlobReader(heap[run.Later]);
        while (!later.AtEnd)
        {
            Line(text, 2, $"then {later.Text()}");
        }

        var reader = new BlobReader(heap[run.Captured]);
        while (!reader.AtEnd)
        {
            int slot = reader.Byte();
            var id = new StableId(reader.Fixed());
            var place = new HeapRange(run.Captured.Start + reader.Position, reader.ValueRange().Length);
            var field = trigger?.Steps.SelectMany(s => slot == s.Slot ? s.Captured : slot == Language.Evaluation.EvaluationFrame.Event ? s.CapturedAsEvent : [])
                .FirstOrDefault(f => f.Id == id);
            Line(text, 2, $"{field?.Name ?? $"({id})"} = {Value(heap, place, field?.Type ?? DataType.Dyn)}");
        }
    }

    /// <summary>A record whose type is not known shows its size only.</summary>
    private static string Value(StateHeap heap, HeapRange range, DataType type)
    {
        var value = heap.Value(range, type);
        value = value.IsPresent ? value : heap.Value(range, DataType.Dyn);
        return value.IsPresent ? ValueText.Write(value) : $"({(ValueKind)heap[range][0]} of {Number(range.Length)} bytes)";
    }

    private static string NameOf(WorkspacePlan? plan, StableId trigger) => plan?.Triggers.FirstOrDefault(t => t.Id == trigger)?.Name ?? $"({trigger})";

    private static string Of(string key) => key.Length > 0 ? $" of {key}" : "";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, int indent, string line) => text.Append(' ', indent).Append(line).Append('\n');
}
