using Triggers.Language.Evaluation;
using Triggers.Model.Values;
using Triggers.Runtime.Ingest.Fields;

namespace Triggers.Runtime.Ingest.Grouping;

/// <summary>Reads what one row adds to its event. Used again for every row; not thread-safe.</summary>
internal sealed class RowReader(EventComposer composer)
{
    private readonly EvaluationFrame _frame = new();
    private Value[] _fields = [];
    private int[] _differing = [];
    private RowShape? _shape;
    private RowRecord? _record;

    /// <summary>What the row adds to each sum of its shape.</summary>
    public Value[] Amounts { get; private set; } = [];

    /// <summary>Reads a row; false with the composer's reason.</summary>
    public bool TryRead(RowShape shape, in RawFields fields)
    {
        if (_shape != shape)
        {
            Turn(shape);
        }

        foreach (ref readonly var field in shape.Fields.AsSpan())
        {
            if (!composer.TryField(shape.Name, field, fields, out _fields[field.Field.Ordinal]))
            {
                return false;
            }
        }

        foreach (var i in _differing)
        {
            Amounts[i] = shape.Sums[i].Of.Evaluate(_frame);
            if (Amounts[i].IsError)
            {
                composer.Dead($"Nothing can be added to `{shape.Sums[i].Field.Name}` of {shape.Name}: `{shape.Sums[i].Of.Source}` gives {Amounts[i].AsError.Message}.");
                return false;
            }
        }

        return true;
    }

    /// <summary>Of the row read last, the value of a field that anybody wants.</summary>
    public ref readonly Value this[int ordinal] => ref _fields[ordinal];

    private void Turn(RowShape shape)
    {
        _shape = shape;
        _fields = new Value[shape.Fields.Length];
        Amounts = new Value[shape.Sums.Length];
        _record = new(shape.Record ?? new("row", []), _fields);
        _frame[EvaluationFrame.Event] = Value.Of(_record);
        for (var i = 0; i < shape.Sums.Length; i++)
        {
            Amounts[i] = shape.Sums[i].Of.Evaluate(_frame);
        }

        _differing = [.. Enumerable.Range(0, shape.Sums.Length).Where(i => shape.Sums[i].Of.Fields.Count > 0 || Amounts[i].IsError)];
    }

    /// <summary>The row as expressions see it: its fields change with every row.</summary>
    private sealed class RowRecord(RecordType type, Value[] fields) : RecordValue
    {
        public override RecordType Type { get; } = type;

        public override Value this[int ordinal] => fields[ordinal];
    }
}
