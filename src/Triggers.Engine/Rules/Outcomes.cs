using Triggers.Engine.State;
using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.Rules;

/// <summary>Remembers what became of the last run of each trigger, for who asks why, and why not.</summary>
internal static class Outcomes
{
    /// <summary>How long what no rule asks for any more is kept.</summary>
    public static readonly TimeSpan RememberedFor = TimeSpan.FromDays(30);

    /// <summary>Writes down how a run ended, or that none began.</summary>
    public static void Record(CustomerState state, StableId trigger, RunOutcome outcome, Timestamp at, StableId by, ReadOnlySpan<byte> key)
    {
        ref var slot = ref state.Triggers.GetOrAdd(trigger);
        (slot.Outcome, slot.OutcomeAt, slot.By, slot.KeyHash) = (outcome, at, by, HashOf(key));
    }

    /// <summary>An event that would have ended a run came after its message had gone out. A null key fits any run.</summary>
    public static void CameTooLate(CustomerState state, StableId trigger, Timestamp at, StableId by, ReadOnlySpan<byte> key, bool anyKey)
    {
        var place = state.Triggers.Find(trigger);
        if (place >= 0 && state.Triggers[place].Outcome == RunOutcome.Sent && (anyKey || state.Triggers[place].KeyHash == HashOf(key)))
        {
            ref var slot = ref state.Triggers[place];
            (slot.Outcome, slot.OutcomeAt, slot.By) = (RunOutcome.TooLate, at, by);
        }
    }

    /// <summary>Forgets outcomes that are older than thirty days, and slots that then hold nothing.</summary>
    public static void Sweep(CustomerState state)
    {
        for (var i = state.Triggers.Count - 1; i >= 0; i--)
        {
            ref var slot = ref state.Triggers[i];
            if (slot.Outcome != RunOutcome.None && slot.OutcomeAt + RememberedFor < state.Clock)
            {
                (slot.Outcome, slot.OutcomeAt, slot.By, slot.KeyHash) = (RunOutcome.None, Timestamp.Beginning, default, 0);
            }

            if (slot.Outcome == RunOutcome.None && slot.SentAt == Timestamp.Beginning && slot.EnteredAt == Timestamp.Beginning &&
                slot.NextAt == Timestamp.Never && slot.SentKeys.Length == 0)
            {
                state.Triggers.RemoveAt(i);
            }
        }
    }

    /// <summary>32 bits of a key's hash; 0 without a key. Stored: it never changes.</summary>
    public static uint HashOf(ReadOnlySpan<byte> key) => key.IsEmpty ? 0 : (uint)(KeyHash.Of(key) >> 32) | 1;
}
