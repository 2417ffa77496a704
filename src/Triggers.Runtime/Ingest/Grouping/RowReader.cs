using Triggers.Language.Evaluation;
using Triggers.Model.Values;
using Triggers.Runtime.Ingest.Fields;

namespace Triggers.Runtime.Ingest.Grouping;

/// <summary>Reads what one row adds to its event. Used again for every row of its shape; not thread-safe.</summary>
internal sealed class RowReader
{
    private readonly EventComposer _composer;
    private readonly EvaluationFrame _frame = new();
    private readonly Value[] _fields;
    private readonly int[] _differing;

    /// <summary>A reader of rows of one shape.</summary>
    public RowReader(EventComposer composer, RowShape shape)
    {
        (_composer, Shape) = (composer, shape);
        _fields = new Value[shape.Fields.Length];
        _frame[EvaluationFrame.Event] = Value.Of(new RowRecord(shape.Record ?? new("row", []), _fields));
        Amounts = new Value[shape.Sums.Length];
        var differing = new List<int>();
        for (var i = 0; i < Amounts.Length; i++)
        {
            Amounts[i] = shape.Sums[i].Of.Evaluate(_frame);
            if (shape.Sums[i].Of.Fields.Count > 0 || Amounts[i].IsError)
            {
                differing.Add(i);
            }
        }

        _differing = [.. differing];
    }

    /// <summary>What the rows are.</summary>
    public RowShape Shape { get; }

    /// <summary>What the row adds to each sum of its shape; those that no field changes are evaluated once.</summary>
    public Value[] Amounts { get; }

    /// <summary>Of the row read last, the value of a field that anybody wants.</summary>
    public ref readonly Value this[int ordinal] => ref _fields[ordinal];

    /// <summary>Reads a row; false with the composer's reason.</summary>
    public bool TryRead(in RawFields fields)
    {
        foreach (ref readonly var field in Shape.Fields.AsSpan())
        {
            if (!_composer.TryField(Shape.Name, field, fields, out _fields[field.Field.Ordinal]))
            {
                return false;
            }
        }

        foreach (var i in _differing)
        {
            Amounts[i] = Shape.Sums[i].Of.Evaluate(_frame);
            if (Amounts[i].IsError)
            {
                _composer.Dead($"Nothing can be added to `{Shape.Sums[i].Field.Name}` of {Shape.Name}: `{Shape.Sums[i].Of.Source}` gives {Amounts[i].AsError.Message}.");
                return false;
            }
        }

        return true;
    }

    /// <summary>The row as expressions see it: its fields change with every row.</summary>
    private sealed class RowRecord(RecordType type, Value[] fields) : RecordValue
    {
        public override RecordType Type { get; } = type;

        public override Value this[int ordinal] => fields[ordinal];
    }
}
