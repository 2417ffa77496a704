using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>
/// What gates remember, at rest; nothing at all when there is nothing:
/// <code>
/// parts      1 byte: 1 consents, 2 complaints, 4 channels, 8 groups, 16 messages, 32 held candidates, 64 budgets, 128 codes; never 0
/// consents   count, then each ascending: channel, purpose (8 bytes each), given (1 byte: 0 or 1), at (time)
/// complaints opened at, closed at (times)
/// channels   count, then each ascending: channel (8 bytes), wrote at, answered at (times)
/// groups     count, then each ascending: group, trigger of the winner (8 bytes each), id of the winner (text), at (time)
/// messages   count, then each by time: id, channel, purpose, offer (8 bytes each), flags (1 byte), at (time), tags (text: 8 bytes each)
/// held       count, then each as it wakes: id (text), since, wakes at (times), run; see <see cref="RunCodec"/>
/// budgets    count, then each as it was booked: message, budget (8 bytes each), period, at (times), amount (decimal)
/// codes      count, then each as it was kept: message, pool (8 bytes each), index (number)
/// </code>
/// A time that never was is written as never.
/// </summary>
internal static class MessagingCodec
{
    private const byte Consents = 1;
    private const byte Complaints = 2;
    private const byte Channels = 4;
    private const byte Groups = 8;
    private const byte Messages = 16;
    private const byte Held = 32;
    private const byte Budgets = 64;
    private const byte Codes = 128;

    /// <summary>Appends it.</summary>
    public static void Write(BlobWriter writer, CustomerState state)
    {
        var all = state.Messaging;
        var complains = all.ComplaintOpenedAt != Timestamp.Beginning || all.ComplaintClosedAt != Timestamp.Beginning;
        var parts = (byte)((all.Consents.IsEmpty ? 0 : Consents) | (complains ? Complaints : 0) | (all.Channels.IsEmpty ? 0 : Channels) |
            (all.Groups.IsEmpty ? 0 : Groups) | (all.Sent.IsEmpty ? 0 : Messages) | (all.Held.IsEmpty ? 0 : Held) |
            (all.BudgetDraws.IsEmpty ? 0 : Budgets) | (all.CodeDraws.IsEmpty ? 0 : Codes));
        if (parts == 0)
        {
            return;
        }

        writer.Byte(parts);
        WriteFacts(writer, state, parts);
        WriteMessages(writer, state, parts);
        WriteDraws(writer, state, parts);
    }

    /// <summary>Reads it.</summary>
    public static void Read(ref BlobReader reader, CustomerState state)
    {
        if (reader.AtEnd)
        {
            return;
        }

        if (reader.Peek() == 0)
        {
            throw reader.Damaged("has bytes behind its end");
        }

        var parts = reader.Byte();
        ReadFacts(ref reader, state, parts);
        ReadMessages(ref reader, state, parts);
        ReadDraws(ref reader, state, parts);
    }

    private static void ReadMessages(ref BlobReader reader, CustomerState state, byte parts)
    {
        for (var left = (parts & Messages) != 0 ? reader.Count() : 0; left > 0; left--)
        {
            var message = new SentMessage { Id = reader.Fixed(), Channel = new(reader.Fixed()), Purpose = new(reader.Fixed()), Offer = new(reader.Fixed()) };
            (message.Flags, message.At, message.Tags) = ((SentFlags)reader.Byte(), reader.Time(state.Clock), reader.TextRange());
            if (message.Tags.Length % sizeof(ulong) != 0)
            {
                throw reader.Damaged("has half a tag");
            }

            state.Messaging.Book(message);
        }

        for (var left = (parts & Held) != 0 ? reader.Count() : 0; left > 0; left--)
        {
            var held = new HeldCandidate { Id = reader.TextRange(), Since = reader.Time(state.Clock), WakeAt = reader.Time(state.Clock) };
            held.Run = RunCodec.ReadOne(ref reader, state);
            state.Messaging.Hold(held);
        }
    }

    private static void WriteFacts(BlobWriter writer, CustomerState state, byte parts)
    {
        var all = state.Messaging;
        Count(writer, parts & Consents, all.Consents.Length);
        foreach (var fact in all.Consents)
        {
            writer.Fixed(fact.Channel.Value);
            writer.Fixed(fact.Purpose.Value);
            writer.Byte(fact.Given ? (byte)1 : (byte)0);
            writer.Time(fact.At, state.Clock);
        }

        if ((parts & Complaints) != 0)
        {
            Time(writer, all.ComplaintOpenedAt, state);
            Time(writer, all.ComplaintClosedAt, state);
        }

        Count(writer, parts & Channels, all.Channels.Length);
        foreach (var fact in all.Channels)
        {
            writer.Fixed(fact.Channel.Value);
            Time(writer, fact.WroteAt, state);
            Time(writer, fact.AnsweredAt, state);
        }

        Count(writer, parts & Groups, all.Groups.Length);
        foreach (var fact in all.Groups)
        {
            writer.Fixed(fact.Group.Value);
            writer.Fixed(fact.Trigger.Value);
            writer.Text(state.Heap[fact.Winner]);
            writer.Time(fact.At, state.Clock);
        }
    }

    private static void WriteMessages(BlobWriter writer, CustomerState state, byte parts)
    {
        var all = state.Messaging;
        Count(writer, parts & Messages, all.Sent.Length);
        foreach (ref readonly var message in all.Sent)
        {
            writer.Fixed(message.Id);
            writer.Fixed(message.Channel.Value);
            writer.Fixed(message.Purpose.Value);
            writer.Fixed(message.Offer.Value);
            writer.Byte((byte)message.Flags);
            writer.Time(message.At, state.Clock);
            writer.Text(state.Heap[message.Tags]);
        }

        Count(writer, parts & Held, all.Held.Length);
        foreach (ref readonly var held in all.Held)
        {
            writer.Text(state.Heap[held.Id]);
            writer.Time(held.Since, state.Clock);
            writer.Time(held.WakeAt, state.Clock);
            RunCodec.WriteOne(writer, state, held.Run);
        }
    }

    private static void ReadFacts(ref BlobReader reader, CustomerState state, byte parts)
    {
        for (var left = (parts & Consents) != 0 ? reader.Count() : 0; left > 0; left--)
        {
            state.Messaging.Say(new(new(reader.Fixed()), new(reader.Fixed()), reader.Byte() != 0, reader.Time(state.Clock)));
        }

        if ((parts & Complaints) != 0)
        {
            (state.Messaging.ComplaintOpenedAt, state.Messaging.ComplaintClosedAt) = (Time(ref reader, state), Time(ref reader, state));
        }

        for (var left = (parts & Channels) != 0 ? reader.Count() : 0; left > 0; left--)
        {
            state.Messaging.Set(new ChannelFact(new(reader.Fixed()), Time(ref reader, state), Time(ref reader, state)));
        }

        for (var left = (parts & Groups) != 0 ? reader.Count() : 0; left > 0; left--)
        {
            state.Messaging.Set(new GroupFact(new(reader.Fixed()), new(reader.Fixed()), reader.TextRange(), reader.Time(state.Clock)));
        }
    }

    private static void WriteDraws(BlobWriter writer, CustomerState state, byte parts)
    {
        Count(writer, parts & Budgets, state.Messaging.BudgetDraws.Length);
        foreach (ref readonly var draw in state.Messaging.BudgetDraws)
        {
            writer.Fixed(draw.Message);
            writer.Fixed(draw.Budget.Value);
            Time(writer, draw.Period, state);
            writer.Time(draw.At, state.Clock);
            writer.Decimal(draw.Amount);
        }

        Count(writer, parts & Codes, state.Messaging.CodeDraws.Length);
        foreach (ref readonly var draw in state.Messaging.CodeDraws)
        {
            writer.Fixed(draw.Message);
            writer.Fixed(draw.Pool.Value);
            writer.Number((ulong)draw.Code);
        }
    }

    private static void ReadDraws(ref BlobReader reader, CustomerState state, byte parts)
    {
        for (var left = (parts & Budgets) != 0 ? reader.Count() : 0; left > 0; left--)
        {
            state.Messaging.Add(new BudgetDraw(reader.Fixed(), new(reader.Fixed()), Time(ref reader, state), reader.Time(state.Clock), reader.Decimal()));
        }

        for (var left = (parts & Codes) != 0 ? reader.Count() : 0; left > 0; left--)
        {
            state.Messaging.Add(new CodeDraw(reader.Fixed(), new(reader.Fixed()), Index(ref reader)));
        }
    }

    private static int Index(ref BlobReader reader) => reader.Number() is var index && index <= int.MaxValue ? (int)index : throw reader.Damaged($"has a code at {index}");

    private static void Time(BlobWriter writer, Timestamp time, CustomerState state) => writer.Time(time == Timestamp.Beginning ? Timestamp.Never : time, state.Clock);

    private static Timestamp Time(ref BlobReader reader, CustomerState state) => reader.Time(state.Clock) is var time && time == Timestamp.Never ? Timestamp.Beginning : time;

    private static void Count(BlobWriter writer, int part, int count)
    {
        if (part != 0)
        {
            writer.Number((ulong)count);
        }
    }
}
