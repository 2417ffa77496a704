using System.Globalization;
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
    /// The id of an event that brings none (<c>id: row</c>): <c>topic/partition/offset</c>; for the first file of a topic <c>topic/row</c>, for further files
    /// <c>topic/file/row</c>.
    /// </summary>
    public string RowId => AppendTime == Timestamp.Beginning && Partition == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Topic}/{Offset}")
        : string.Create(CultureInfo.InvariantCulture, $"{Topic}/{Partition}/{Offset}");
}
