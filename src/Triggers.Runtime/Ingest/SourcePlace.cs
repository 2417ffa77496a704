using System.Buffers.Text;
using System.Text;
using Triggers.Model.Time;

namespace Triggers.Runtime.Ingest;

/// <summary>Where a source record stands: in Kafka, or in a file that stands for a topic.</summary>
/// <param name="Topic">The source topic.</param>
/// <param name="Partition">Partition; for files 0, or 1, 2 … for the second, third … file of the same topic.</param>
/// <param name="Offset">Offset, or row number from 1.</param>
/// <param name="AppendTime">The broker's time-stamp; <see cref="Timestamp.Beginning"/> for files.</param>
public readonly record struct SourcePlace(string Topic, int Partition, long Offset, Timestamp AppendTime)
{
    /// <summary>
    /// Writes the id of an event that brings none (<c>id: row</c>): <c>topic/partition/offset</c>; for the first file of a topic <c>topic/row</c>, for further files
    /// <c>topic/file/row</c>.
    /// </summary>
    /// <param name="into">At least <see cref="RowIdSizeMax"/> bytes.</param>
    /// <returns>Its length in UTF-8.</returns>
    public int WriteRowId(Span<byte> into)
    {
        var length = Encoding.UTF8.GetBytes(Topic, into);
        if (AppendTime != Timestamp.Beginning || Partition != 0)
        {
            length += WriteNumber(Partition, into[length..]);
        }

        return length + WriteNumber(Offset, into[length..]);
    }

    /// <summary>Room that the id made of this place needs at most, in bytes.</summary>
    public int RowIdSizeMax => Encoding.UTF8.GetMaxByteCount(Topic.Length) + 40;

    private static int WriteNumber(long number, Span<byte> into)
    {
        into[0] = (byte)'/';
        Utf8Formatter.TryFormat(number, into[1..], out var length);
        return length + 1;
    }
}
