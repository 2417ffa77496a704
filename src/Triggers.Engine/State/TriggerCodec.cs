using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>
/// What is remembered about triggers at rest, ascending by trigger id:
/// <code>
/// trigger   id (8 bytes), form (1 byte: outcome in the low 4 bits, +16 sent, +32 entered, +64 calendar, +128 keys)
///           with an outcome: at (time), by (8 bytes), hash of its key (number) · sent at · entered at · next at (times) · count of keys, 8 bytes each
/// </code>
/// </summary>
internal static class TriggerCodec
{
    private const byte Sent = 16;
    private const byte Entered = 32;
    private const byte Calendar = 64;
    private const byte Keys = 128;
    private const int KeyLength = sizeof(ulong);

    /// <summary>Appends all slots of a state.</summary>
    public static void Write(BlobWriter writer, CustomerState state)
    {
        writer.Number((ulong)state.Triggers.Count);
        for (var i = 0; i < state.Triggers.Count; i++)
        {
            Write(writer, state, state.Triggers[i]);
        }
    }

    /// <summary>Reads all slots of a state.</summary>
    public static void Read(ref BlobReader reader, CustomerState state)
    {
        var previous = default(StableId?);
        for (var left = reader.Count(); left > 0; left--)
        {
            ref var slot = ref state.Triggers.GetOrAdd(reader.NextId(ref previous));
            Read(ref reader, state, ref slot);
            if (slot.NextAt != Timestamp.Never)
            {
                state.Triggers.SetNextAt(state.Triggers.Count - 1, slot.NextAt);
            }
        }
    }

    private static void Write(BlobWriter writer, CustomerState state, in TriggerSlot slot)
    {
        var (sent, entered, next) = (slot.SentAt != Timestamp.Beginning, slot.EnteredAt != Timestamp.Beginning, slot.NextAt != Timestamp.Never);
        writer.Fixed(slot.Trigger.Value);
        writer.Byte((byte)((byte)slot.Outcome | (sent ? Sent : 0) | (entered ? Entered : 0) | (next ? Calendar : 0) | (slot.SentKeys.Length > 0 ? Keys : 0)));
        if (slot.Outcome != RunOutcome.None)
        {
            writer.Time(slot.OutcomeAt, state.Clock);
            writer.Fixed(slot.By.Value);
            writer.Number(slot.KeyHash);
        }

        if (sent)
        {
            writer.Time(slot.SentAt, state.Clock);
        }

        if (entered)
        {
            writer.Time(slot.EnteredAt, state.Clock);
        }

        if (next)
        {
            writer.Time(slot.NextAt, state.Clock);
        }

        if (slot.SentKeys.Length > 0)
        {
            writer.Number((ulong)(slot.SentKeys.Length / KeyLength));
            writer.Raw(state.Heap[slot.SentKeys]);
        }
    }

    private static void Read(ref BlobReader reader, CustomerState state, ref TriggerSlot slot)
    {
        var form = reader.Byte();
        slot.Outcome = (RunOutcome)(form & 15);
        if (!Enum.IsDefined(slot.Outcome))
        {
            throw reader.Damaged($"holds the unknown outcome {form & 15}");
        }

        if (slot.Outcome != RunOutcome.None)
        {
            (slot.OutcomeAt, slot.By, slot.KeyHash) = (reader.Time(state.Clock), new(reader.Fixed()), (uint)reader.Number());
        }

        slot.SentAt = (form & Sent) != 0 ? reader.Time(state.Clock) : slot.SentAt;
        slot.EnteredAt = (form & Entered) != 0 ? reader.Time(state.Clock) : slot.EnteredAt;
        slot.NextAt = (form & Calendar) != 0 ? reader.Time(state.Clock) : slot.NextAt;
        slot.SentKeys = (form & Keys) != 0 ? reader.Range(reader.Count() * (long)KeyLength) : default;
    }
}
