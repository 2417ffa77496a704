using Triggers.Language.Plan;
using Triggers.Model;

namespace Triggers.Engine.State;

/// <summary>
/// Series at rest, ascending by trait id and key:
/// <code>
/// series   trait id (8 bytes), form (1 byte: kind, +64 with a key, +128 with a unit), key (value), unit (text), count, buckets oldest first
/// bucket   form (1 byte: 1 count, 2 sum, 4 value, 8 first), time (signed: after the bucket before, of the first after the clock),
///          count (number; else 1), sum (decimal), value, first (number: before time; else the same)
/// </code>
/// </summary>
internal static class SeriesCodec
{
    private const byte Keyed = 64;
    private const byte WithUnit = 128;
    private const byte WithCount = 1;
    private const byte WithSum = 2;
    private const byte WithValue = 4;
    private const byte WithFirst = 8;

    /// <summary>Appends all series of a state.</summary>
    public static void Write(BlobWriter writer, CustomerState state)
    {
        writer.Number((ulong)state.Series.Count);
        for (var i = 0; i < state.Series.Count; i++)
        {
            var series = state.Series[i];
            writer.Fixed(series.Trait.Value);
            writer.Byte((byte)((byte)series.Kind | (series.IsKeyed ? Keyed : 0) | (series.Unit.Length > 0 ? WithUnit : 0)));
            writer.Raw(state.Heap[series.Key]);
            if (series.Unit.Length > 0)
            {
                writer.Text(state.Heap[series.Unit]);
            }

            writer.Number((ulong)series.Count);
            var before = state.Clock.UnixMilliseconds;
            for (var j = 0; j < series.Count; j++)
            {
                Write(writer, state.Heap, series[j], before);
                before = series[j].Time;
            }
        }
    }

    /// <summary>Reads all series of a state.</summary>
    public static void Read(ref BlobReader reader, CustomerState state)
    {
        for (var left = reader.Count(); left > 0; left--)
        {
            var trait = new StableId(reader.Fixed());
            var form = reader.Byte();
            var kind = (TraitKind)(form & ~(Keyed | WithUnit));
            var isKeyed = (form & Keyed) != 0;
            if (!Enum.IsDefined(kind))
            {
                throw reader.Damaged($"holds a trait of the unknown kind {(int)kind}");
            }

            if (!state.Series.TryAppend(trait, kind, isKeyed, isKeyed ? reader.ValueRange() : default, out var series))
            {
                throw reader.Damaged("has slots out of order");
            }

            series.Unit = (form & WithUnit) != 0 ? reader.TextRange() : default;
            var before = state.Clock.UnixMilliseconds;
            for (var buckets = reader.Count(); buckets > 0; buckets--)
            {
                var bucket = Read(ref reader, before);
                if (series.Count > 0 && bucket.Time < before)
                {
                    throw reader.Damaged("has entries of a trait out of order");
                }

                series.Insert(bucket);
                before = bucket.Time;
            }
        }
    }

    private static void Write(BlobWriter writer, StateHeap heap, in Bucket bucket, long before)
    {
        var form = (bucket.Count != 1 ? WithCount : 0) | (bucket.Sum != 0 ? WithSum : 0) | (bucket.Value.Length > 0 ? WithValue : 0) | (bucket.First != bucket.Time ? WithFirst : 0);
        writer.Byte((byte)form);
        writer.Signed(unchecked(bucket.Time - before));
        if ((form & WithCount) != 0)
        {
            writer.Number((ulong)bucket.Count);
        }

        if ((form & WithSum) != 0)
        {
            writer.Decimal(bucket.Sum);
        }

        writer.Raw(heap[bucket.Value]);
        if ((form & WithFirst) != 0)
        {
            writer.Number(unchecked((ulong)(bucket.Time - bucket.First)));
        }
    }

    private static Bucket Read(ref BlobReader reader, long before)
    {
        var form = reader.Byte();
        var time = unchecked(before + reader.Signed());
        return new()
        {
            Time = time,
            Count = (form & WithCount) != 0 ? (long)reader.Number() : 1,
            Sum = (form & WithSum) != 0 ? reader.Decimal() : 0,
            Value = (form & WithValue) != 0 ? reader.ValueRange() : default,
            First = (form & WithFirst) != 0 ? unchecked(time - (long)reader.Number()) : time,
        };
    }
}
