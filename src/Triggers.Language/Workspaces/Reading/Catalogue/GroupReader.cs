using Triggers.Language.Evaluation;
using Triggers.Language.Schema;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Expressions;
using Triggers.Language.Workspaces.Values;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Catalogue;

/// <summary>The <c>group:</c> of a mapping → <see cref="RowGrouping"/>.</summary>
internal sealed class GroupReader(Conditions conditions, DiagnosticBag diagnostics)
{
    private static readonly DataType[] Summable = [DataType.Int, DataType.Double, DataType.Money];

    /// <summary>The fields that each row is read into; none when rows are not kept, or where no event has such a field.</summary>
    public static IReadOnlyList<FieldDefinition> RowFields(YamlMapping? group, IReadOnlyList<EventType> events) =>
        group?.Text("rows") is { } rows ? events.Select(e => RecordOf(e, rows)).FirstOrDefault(record => record is not null)?.Fields ?? [] : [];

    /// <summary>Reads a grouping of the rows of <paramref name="topic"/>; null without one, or after a report.</summary>
    public RowGrouping? Read(string topic, YamlEntry? entry, SourceFormat format, IReadOnlyList<EventType> events)
    {
        if (entry?.Value is not YamlMapping group)
        {
            return null;
        }

        if (format == SourceFormat.CloudEvents)
        {
            diagnostics.GroupOfEnvelopes(entry.Key);
        }

        var record = Record(group.Scalar("rows"), topic, events);
        var sums = Sums(group.Mapping("sums"), record, topic, events);
        return group.Text("by") is { } by && DurationText.TryParse(group.Text("within") ?? "", out var within) ? new(by, within, record is null ? null : group.Text("rows"), sums) : null;
    }

    private static RecordType? RecordOf(EventType type, string field) =>
        type.Record.Find(field) is { Ordinal: >= EventType.FirstField, Type: { Kind: DataTypeKind.List, Element: { Kind: DataTypeKind.Record } element } } ? element.Record : null;

    /// <summary>The record of a row; null without one, or when the events of the topic do not agree on it.</summary>
    private RecordType? Record(YamlScalar? rows, string topic, IReadOnlyList<EventType> events)
    {
        if (rows is null)
        {
            return null;
        }

        var record = RecordOf(events[0], rows.Value);
        var other = events.FirstOrDefault(e => RecordOf(e, rows.Value) is not { } found || !ReferenceEquals(found, record));
        if (record is not null && other is null)
        {
            return record;
        }

        var lists = events[0].Record.Fields.Where(f => RecordOf(events[0], f.Name) is not null).Select(f => f.Name);
        diagnostics.NoListOfRows(rows, other ?? events[0], topic, [.. lists]);
        return null;
    }

    private Dictionary<string, CompiledExpression> Sums(YamlMapping? written, RecordType? record, string topic, IReadOnlyList<EventType> events)
    {
        var sums = new Dictionary<string, CompiledExpression>(StringComparer.Ordinal);
        foreach (var entry in record is null ? [] : written?.Entries ?? [])
        {
            var owners = events.Where(e => e.Record.Find(entry.Name) is { Ordinal: >= EventType.FirstField }).ToList();
            if (owners.Count == 0)
            {
                diagnostics.FieldOfNoEvent(entry.Key, topic, [.. events.SelectMany(e => e.Record.Fields.Skip(EventType.FirstField)).Select(f => f.Name).Distinct(StringComparer.Ordinal)]);
            }
            else if (conditions.OneOf(entry.Value as YamlScalar, [new("row", EvaluationFrame.Event, DataType.Of(record!))], Summable) is { } sum)
            {
                sums[entry.Name] = sum;
                foreach (var type in owners)
                {
                    if (type.Record.Find(entry.Name)!.Type is { Kind: not DataTypeKind.Dyn } declared && declared != sum.Type)
                    {
                        diagnostics.SumOfWrongType(entry.Key, sum.Type, type, declared);
                    }
                }
            }
        }

        return sums;
    }
}
