using Triggers.Model;
using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>
/// State ↔ blob. The layout is drawn here; every version ever released can be read.
/// <code>
/// header      version      1 byte = 1
///             deadline     8 bytes, ms since 1970, big-endian: the earliest of any run; 7f ff … ff: none
/// identifier  kind, value  texts; both empty before the first event
/// recent ids  count        then 8 bytes a hash, oldest first, at most 64
/// traits      count        then each, ascending by id:   id (8 bytes), event time (signed), value
/// runs        count        then each, in firing order:   trigger id (8 bytes), key, cause event id (texts), event time (signed),
///                          deadline − event time (signed), count of captured fields, each ascending by id: id (8 bytes), value
///
/// number      7 bits a byte, lowest first, high bit: more follows     text   length in bytes (number), UTF-8
/// signed      number, zigzag                                          value  see ValueCodec
/// </code>
/// </summary>
public static class StateCodec
{
    private const byte Version = 1;
    private const int HeaderLength = 9;

    /// <summary>Reads a blob.</summary>
    /// <exception cref="InvalidDataException">The blob is damaged or of a newer version; says which.</exception>
    public static CustomerState Decode(CustomerKey customer, ReadOnlySpan<byte> blob)
    {
        var nextDeadline = NextDeadlineOf(blob);
        var reader = new BlobReader(blob);
        reader.Byte();
        reader.Fixed();
        var state = new CustomerState(customer);
        ReadIdentifier(ref reader, state);
        ReadRecent(ref reader, state);
        ReadTraits(ref reader, state);
        ReadRuns(ref reader, state);
        return !reader.AtEnd ? throw reader.Damaged("has bytes behind its end")
            : state.Identifier is null && state.Runs.All.Count > 0 ? throw reader.Damaged("has runs of a customer whom it does not name")
            : state.NextDeadline != nextDeadline ? throw reader.Damaged($"says {nextDeadline} for its first deadline, which is {state.NextDeadline}")
            : state;
    }

    /// <summary>Writes the current version; canonical: the same state always gives the same bytes.</summary>
    public static byte[] Encode(CustomerState state)
    {
        var writer = new BlobWriter();
        writer.Byte(Version);
        writer.Fixed(unchecked((ulong)state.NextDeadline.UnixMilliseconds));
        writer.Text(state.Identifier?.Kind ?? "");
        writer.Text(state.Identifier?.Value ?? "");
        writer.Number((ulong)state.Recent.All.Count);
        foreach (var hash in state.Recent.All)
        {
            writer.Fixed(hash);
        }

        writer.Number((ulong)state.Traits.All.Count);
        foreach (var slot in state.Traits.All)
        {
            writer.Fixed(slot.Id.Value);
            writer.Signed(slot.Time.UnixMilliseconds);
            slot.Value.Write(writer);
        }

        writer.Number((ulong)state.Runs.All.Count);
        foreach (var run in state.Runs.All)
        {
            WriteRun(writer, run);
        }

        return writer.ToArray();
    }

    /// <summary>The earliest deadline, read from the header alone.</summary>
    /// <exception cref="InvalidDataException">The blob is damaged or of a newer version; says which.</exception>
    public static Timestamp NextDeadlineOf(ReadOnlySpan<byte> blob)
    {
        var reader = new BlobReader(blob);
        if (blob.Length < HeaderLength)
        {
            throw reader.Damaged("has no complete header");
        }

        var version = reader.Byte();
        return version switch
        {
            Version => new(unchecked((long)reader.Fixed())),
            0 => throw reader.Damaged("has version 0"),
            _ => throw new InvalidDataException(
                $"The state has version {version}; this program reads versions 1 to {Version}. Run a program that is at least as new as the one that wrote it."),
        };
    }

    private static void WriteRun(BlobWriter writer, Run run)
    {
        writer.Fixed(run.Trigger.Value);
        writer.Text(run.Key);
        writer.Text(run.CauseEventId);
        writer.Signed(run.StartedAt.UnixMilliseconds);
        writer.Signed(run.Deadline.UnixMilliseconds - run.StartedAt.UnixMilliseconds);
        writer.Number((ulong)run.Captured.Count);
        foreach (var field in run.Captured)
        {
            writer.Fixed(field.Id.Value);
            field.Value.Write(writer);
        }
    }

    private static void ReadIdentifier(ref BlobReader reader, CustomerState state)
    {
        var (kind, value) = (reader.Text(), reader.Text());
        state.Identifier = kind.Length > 0 ? new(kind, value) : null;
    }

    private static void ReadRecent(ref BlobReader reader, CustomerState state)
    {
        var count = reader.Count();
        if (count > RecentEvents.Limit)
        {
            throw reader.Damaged($"remembers {count} event ids of at most {RecentEvents.Limit}");
        }

        for (var left = count; left > 0; left--)
        {
            state.Recent.Add(reader.Fixed());
        }
    }

    private static void ReadTraits(ref BlobReader reader, CustomerState state)
    {
        var previous = default(StableId?);
        for (var left = reader.Count(); left > 0; left--)
        {
            var id = Next(ref reader, ref previous);
            state.Traits.Set(new(id, new(reader.Signed()), StoredValue.Read(ref reader)));
        }
    }

    private static void ReadRuns(ref BlobReader reader, CustomerState state)
    {
        var previous = default(Run?);
        for (var left = reader.Count(); left > 0; left--)
        {
            var run = ReadRun(ref reader);
            if (previous is not null && Run.CompareFiring(previous, run) > 0)
            {
                throw reader.Damaged("has runs out of order");
            }

            state.Runs.Add(run);
            previous = run;
        }
    }

    private static Run ReadRun(ref BlobReader reader)
    {
        var trigger = new StableId(reader.Fixed());
        var (key, cause) = (reader.Text(), reader.Text());
        var startedAt = reader.Signed();
        var deadline = unchecked(startedAt + reader.Signed());
        var captured = new FieldSlot[reader.Count()];
        var previous = default(StableId?);
        for (var i = 0; i < captured.Length; i++)
        {
            captured[i] = new(Next(ref reader, ref previous), StoredValue.Read(ref reader));
        }

        return new(trigger, key, cause, new(startedAt), new(deadline), captured);
    }

    private static StableId Next(ref BlobReader reader, ref StableId? previous)
    {
        var id = new StableId(reader.Fixed());
        if (previous is { } before && before.Value >= id.Value)
        {
            throw reader.Damaged("has slots out of order");
        }

        previous = id;
        return id;
    }
}
