using System.Buffers.Binary;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>
/// <c>again</c>: how soon a trigger may happen to the same customer again. What is measured from a message is judged when the wait is over (a message is what counts), of a
/// run that does not wait when it would begin; the rest when a run would begin; <c>once</c> at both, so that what can never be sent does not wait. Refused candidates use
/// nothing up.
/// </summary>
internal static class ReEntry
{
    /// <summary>Of <c>once per key</c> so many keys are remembered, the newest.</summary>
    public const int MostKeys = 256;

    private const int KeyLength = sizeof(ulong);

    /// <summary>True when a run of this key may begin at <paramref name="at"/>.</summary>
    /// <param name="state">The customer.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="key">The run's key.</param>
    /// <param name="at">Event time of the start.</param>
    /// <param name="now">Log time.</param>
    /// <param name="others">True when another run of the trigger, which this one does not replace, is under way.</param>
    public static bool MayBegin(CustomerState state, TriggerPlan trigger, ReadOnlySpan<byte> key, Timestamp at, Timestamp now, bool others) => trigger.Again switch
    {
        null => true,
        { Policy: AgainPolicy.AfterMessage, After: var after } => !FiresAtOnce(trigger) || !(SentAt(state, trigger) is { } sent && now - sent < after),
        { Policy: AgainPolicy.AfterExit } => !others,
        { Policy: AgainPolicy.AfterEntry, After: var after } => !(EnteredAt(state, trigger) is { } entered && at - entered < after),
        { Policy: AgainPolicy.Once } => SentAt(state, trigger) is null,
        _ => !HadMessage(state, trigger, key),
    };

    /// <summary>True when a run of the trigger is a candidate as soon as it begins.</summary>
    public static bool FiresAtOnce(TriggerPlan trigger) => trigger.Wait == TimeSpan.Zero && trigger.Steps is ([] or [{ AtLeast: 1 }]);

    /// <summary>When a message may be sent: null when now, else from when on (never: not any more).</summary>
    public static Timestamp? BlockedUntil(in Candidate candidate)
    {
        var (trigger, state) = (candidate.Trigger, candidate.State);
        return trigger.Again switch
        {
            { Policy: AgainPolicy.Once } when SentAt(state, trigger) is not null => Timestamp.Never,
            { Policy: AgainPolicy.OncePerKey } when HadMessage(state, trigger, state.Heap[candidate.Run.Key]) => Timestamp.Never,
            { Policy: AgainPolicy.AfterMessage, After: var after } when SentAt(state, trigger) is { } sent && candidate.Now - sent < after => sent + after,
            _ => null,
        };
    }

    /// <summary>A run has begun that replaces none.</summary>
    public static void Began(CustomerState state, TriggerPlan trigger, Timestamp at)
    {
        if (trigger.Again?.Policy == AgainPolicy.AfterEntry)
        {
            state.Triggers.GetOrAdd(trigger.Id).EnteredAt = at;
        }
    }

    /// <summary>The message of a candidate goes out.</summary>
    public static void Sent(in Candidate candidate)
    {
        var (trigger, state) = (candidate.Trigger, candidate.State);
        switch (trigger.Again?.Policy)
        {
            case AgainPolicy.Once or AgainPolicy.AfterMessage:
                state.Triggers.GetOrAdd(trigger.Id).SentAt = candidate.Now;
                break;
            case AgainPolicy.OncePerKey:
                Remember(state, trigger, state.Heap[candidate.Run.Key]);
                break;
            default:
                break;
        }
    }

    private static Timestamp? SentAt(CustomerState state, TriggerPlan trigger) =>
        state.Triggers.Find(trigger.Id) is var place and >= 0 && state.Triggers[place].SentAt is var sent && sent != Timestamp.Beginning ? sent : null;

    private static Timestamp? EnteredAt(CustomerState state, TriggerPlan trigger) =>
        state.Triggers.Find(trigger.Id) is var place and >= 0 && state.Triggers[place].EnteredAt is var entered && entered != Timestamp.Beginning ? entered : null;

    private static bool HadMessage(CustomerState state, TriggerPlan trigger, ReadOnlySpan<byte> key)
    {
        var place = state.Triggers.Find(trigger.Id);
        if (place < 0)
        {
            return false;
        }

        var hash = KeyHash.Of(key);
        for (var keys = state.Heap[state.Triggers[place].SentKeys]; keys.Length > 0; keys = keys[KeyLength..])
        {
            if (BinaryPrimitives.ReadUInt64BigEndian(keys) == hash)
            {
                return true;
            }
        }

        return false;
    }

    private static void Remember(CustomerState state, TriggerPlan trigger, ReadOnlySpan<byte> key)
    {
        var hash = KeyHash.Of(key);
        var before = state.Triggers.GetOrAdd(trigger.Id).SentKeys;
        var kept = before.Length == MostKeys * KeyLength ? new HeapRange(before.Start + KeyLength, before.Length - KeyLength) : before;
        var keys = state.Heap.Reserve(kept.Length + KeyLength);
        state.Heap[kept].CopyTo(state.Heap[keys]);
        BinaryPrimitives.WriteUInt64BigEndian(state.Heap[keys][kept.Length..], hash);
        state.Triggers.GetOrAdd(trigger.Id).SentKeys = keys;
    }
}
