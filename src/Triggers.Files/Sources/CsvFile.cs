using Triggers.Engine.Intake;
using Triggers.Language.Schema;
using Triggers.Language.Text;
using Triggers.Runtime.Ingest;
using Triggers.Runtime.Ports;

namespace Triggers.Files.Sources;

/// <summary>Events as rows of CSV with a header line.</summary>
internal sealed class CsvFile : EventFile
{
    private readonly CsvReader _rows;

    public CsvFile(InputFile input, string topic, int partition, EventCatalogue catalogue, FieldSelection selection)
        : base(input, topic, partition, catalogue, selection)
    {
        _rows = new(input);
        foreach (var name in Shape.Indispensable.Where(name => !_rows.Header.Contains(name)))
        {
            throw new OutsideFault(
                $"{input.Path} has no column `{name}`, which the mapping of `{topic}` in events.yaml names.",
                _rows.Header.Count == 0 ? "The file is empty." : NearestName.Remedy(name, [.. _rows.Header], ""));
        }

        _rows.Want([.. _rows.Header.Select((name, column) => Slot(name, column))], Shape.Names.Count);
    }

    protected override long Row => _rows.Row;

    protected override ReadOnlyMemory<byte> Text => _rows.Text;

    protected override DecodedKind? Read()
    {
        if (!_rows.Read())
        {
            return null;
        }

        Reason = _rows.Problem;
        return Reason is null ? Decoder.DecodeRow(Place, Shape, _rows.Fields) : DecodedKind.Dead;
    }

    /// <summary>Of two columns with one name the first counts.</summary>
    private int Slot(string name, int column)
    {
        var first = _rows.Header.TakeWhile(n => n != name).Count() == column;
        return first ? Shape.Names.TakeWhile(n => n != name).Count() is var slot && slot < Shape.Names.Count ? slot : -1 : -1;
    }
}
