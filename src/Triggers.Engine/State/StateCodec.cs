using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>
/// State ↔ blob. The layout is drawn here; every version ever released can be read (<see cref="StateVersion1"/>).
/// <code>
/// header      version      1 byte = 2
///             deadline     8 bytes, ms since 1970, big-endian: the earliest of any timer; 7f ff … ff: none
/// identifier  kind, value  texts; both empty before the first event
/// clock       signed, ms since 1970; only with an identifier
/// recent ids  count        then 8 bytes a hash, little-endian, oldest first, at most 64
/// series      count        then each; see <see cref="SeriesCodec"/>
/// membership  version      8 bytes; then, unless it is 0: changes at (time), count, then each ascending by id: id (8 bytes), since (time)
/// triggers    count        then each; see <see cref="TriggerCodec"/>
/// starts      count        then each ascending by id and key: trigger id (8 bytes), key (text), count of times, times (signed: milliseconds after the one before, of the first after the clock)
/// runs        count        then each in firing order; see <see cref="RunCodec"/>
/// messaging   only when there is something; see <see cref="MessagingCodec"/>
///
/// number      7 bits a byte, lowest first, high bit: more follows     text   length in bytes (number), UTF-8
/// signed      number, zigzag                                          value  see <see cref="ValueCodec"/>
/// time        number: 0 for never; else 1 + zigzag of time − clock
/// </code>
/// </summary>
public static class StateCodec
{
    /// <summary>The version that is written.</summary>
    public const byte Version = 2;

    private const int HeaderLength = 9;

    /// <summary>Reads a blob.</summary>
    /// <exception cref="InvalidDataException">The blob is damaged or of a newer version; says which.</exception>
    public static CustomerState Decode(CustomerKey customer, ReadOnlySpan<byte> blob)
    {
        var state = new CustomerState(customer);
        Decode(customer, blob, state);
        return state;
    }

    /// <summary>Reads a blob into a state that is reused; what it held is gone, also after a fault.</summary>
    /// <exception cref="InvalidDataException">The blob is damaged or of a newer version; says which.</exception>
    public static void Decode(CustomerKey customer, ReadOnlySpan<byte> blob, CustomerState into)
    {
        into.Reset(customer);
        var nextDeadline = NextDeadlineOf(blob);
        into.Heap.Load(blob);
        var reader = new BlobReader(blob);
        var version = reader.Byte();
        reader.Fixed();
        if (version == StateVersion1.Number)
        {
            StateVersion1.Read(ref reader, into);
        }
        else
        {
            Read(ref reader, into);
        }

        if (!reader.AtEnd)
        {
            throw reader.Damaged("has bytes behind its end");
        }

        if (into.IdentifierKind.Length == 0 && into.Runs.Count > 0)
        {
            throw reader.Damaged("has runs of a customer whom it does not name");
        }

        if (into.NextDeadline != nextDeadline)
        {
            throw reader.Damaged($"says {nextDeadline} for its first deadline, which is {into.NextDeadline}");
        }
    }

    /// <summary>Writes the current version; canonical: the same state always gives the same bytes.</summary>
    public static byte[] Encode(CustomerState state)
    {
        var writer = new BlobWriter();
        Encode(state, writer);
        return writer.ToArray();
    }

    /// <summary>Appends the current version to <paramref name="writer"/>, which may be used again and again.</summary>
    public static void Encode(CustomerState state, BlobWriter writer)
    {
        var heap = state.Heap;
        writer.Byte(Version);
        writer.Fixed(unchecked((ulong)state.NextDeadline.UnixMilliseconds));
        writer.Text(heap[state.IdentifierKind]);
        writer.Text(heap[state.IdentifierValue]);
        if (state.IdentifierKind.Length > 0)
        {
            writer.Signed(state.Clock.UnixMilliseconds);
        }

        writer.Number((ulong)state.Recent.Count);
        writer.Block(state.Recent.Hashes);

        SeriesCodec.Write(writer, state);
        WriteMemberships(writer, state);
        TriggerCodec.Write(writer, state);
        WriteStarts(writer, state);
        RunCodec.Write(writer, state);
        MessagingCodec.Write(writer, state);
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
            StateVersion1.Number or Version => new(unchecked((long)reader.Fixed())),
            0 => throw reader.Damaged("has version 0"),
            _ => throw new InvalidDataException(
                $"The state has version {version}; this program reads versions 1 to {Version}. Run a program that is at least as new as the one that wrote it."),
        };
    }

    /// <summary>Reads how many ids are remembered.</summary>
    internal static int ReadRecentCount(ref BlobReader reader)
    {
        var count = reader.Count();
        return count <= RecentEvents.Limit ? count : throw reader.Damaged($"remembers {count} event ids of at most {RecentEvents.Limit}");
    }

    /// <summary>Reads the identifier.</summary>
    internal static void ReadIdentifier(ref BlobReader reader, CustomerState state) =>
        (state.IdentifierKind, state.IdentifierValue) = (reader.TextRange(), reader.TextRange());

    private static void Read(ref BlobReader reader, CustomerState state)
    {
        ReadIdentifier(ref reader, state);
        if (state.IdentifierKind.Length > 0)
        {
            state.Clock = new(reader.Signed());
        }

        reader.Block(state.Recent.Fill(ReadRecentCount(ref reader)));
        SeriesCodec.Read(ref reader, state);
        ReadMemberships(ref reader, state);
        TriggerCodec.Read(ref reader, state);
        ReadStarts(ref reader, state);
        RunCodec.Read(ref reader, state);
        MessagingCodec.Read(ref reader, state);
    }

    private static void WriteMemberships(BlobWriter writer, CustomerState state)
    {
        var memberships = state.Memberships;
        writer.Fixed(memberships.Version);
        if (memberships.Version == 0)
        {
            return;
        }

        writer.Time(memberships.ChangesAt, state.Clock);
        writer.Number((ulong)memberships.All.Length);
        foreach (ref readonly var membership in memberships.All)
        {
            writer.Fixed(membership.Id.Value);
            writer.Time(membership.Since, state.Clock);
        }
    }

    private static void ReadMemberships(ref BlobReader reader, CustomerState state)
    {
        state.Memberships.Version = reader.Fixed();
        if (state.Memberships.Version == 0)
        {
            return;
        }

        state.Memberships.ChangesAt = reader.Time(state.Clock);
        var previous = default(Model.StableId?);
        for (var left = reader.Count(); left > 0; left--)
        {
            state.Memberships.Enter(reader.NextId(ref previous), reader.Time(state.Clock));
        }
    }

    private static void WriteStarts(BlobWriter writer, CustomerState state)
    {
        writer.Number((ulong)state.MatchTimes.Count);
        for (var i = 0; i < state.MatchTimes.Count; i++)
        {
            ref var starts = ref state.MatchTimes[i];
            writer.Fixed(starts.Trigger.Value);
            writer.Text(state.Heap[starts.Key]);
            var times = state.MatchTimes.TimesOf(i);
            writer.Number((ulong)times.Length);
            var before = state.Clock.UnixMilliseconds;
            for (var j = 0; j < times.Length; j++)
            {
                writer.Signed(unchecked(times[j] - before));
                before = times[j];
            }
        }
    }

    private static void ReadStarts(ref BlobReader reader, CustomerState state)
    {
        for (var left = reader.Count(); left > 0; left--)
        {
            var (trigger, key, count) = (new Model.StableId(reader.Fixed()), reader.TextRange(), reader.Count());
            var times = state.MatchTimes.Append(trigger, key, count);
            var before = state.Clock.UnixMilliseconds;
            for (var i = 0; i < count; i++)
            {
                before = unchecked(before + reader.Signed());
                if (i > 0 && before < times[i - 1])
                {
                    throw reader.Damaged("has start times out of order");
                }

                times[i] = before;
            }
        }
    }
}
