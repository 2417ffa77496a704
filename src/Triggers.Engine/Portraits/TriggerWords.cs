using Triggers.Engine.Decisions;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.Portraits;

/// <summary>What the state remembers about a trigger → its portrait.</summary>
internal static class TriggerWords
{
    /// <summary>The portrait of one trigger.</summary>
    public static TriggerPortrait Describe(WorkspacePlan plan, CustomerState state, TriggerPlan trigger)
    {
        var place = state.Triggers.Find(trigger.Id);
        var slot = place < 0 ? TriggerSlot.Of(trigger.Id) : state.Triggers[place];
        return new(trigger.Name, slot.Outcome, slot.Outcome == RunOutcome.None ? null : slot.OutcomeAt, NameOf(plan, slot.By))
        {
            RunsUnderWay = Enumerable.Range(0, state.Runs.Count).Count(i => state.Runs[i].Trigger == trigger.Id),
            SentAt = Known(slot.SentAt),
            AgainFrom = AgainFrom(trigger, slot, state.Clock),
            KeysSent = slot.SentKeys.Length / sizeof(ulong),
            NextAt = slot.NextAt,
        };
    }

    private static Timestamp? Known(Timestamp time) => time == Timestamp.Beginning ? null : time;

    private static Timestamp? AgainFrom(TriggerPlan trigger, in TriggerSlot slot, Timestamp now)
    {
        Timestamp? from = trigger.Again switch
        {
            { Policy: AgainPolicy.Once } when Known(slot.SentAt) is not null => Timestamp.Never,
            { Policy: AgainPolicy.AfterMessage, After: var after } when Known(slot.SentAt) is { } sent => sent + after,
            { Policy: AgainPolicy.AfterEntry, After: var after } when Known(slot.EnteredAt) is { } entered => entered + after,
            _ => null,
        };
        return from > now ? from : null;
    }

    private static string? NameOf(WorkspacePlan plan, StableId by) =>
        by == default ? null : plan.Catalogue.Types.Select(type => type.Name).Concat(GateChain.Names).FirstOrDefault(name => StableId.Of(name) == by);
}
