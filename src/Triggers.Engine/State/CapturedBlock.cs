using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Model;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Engine.State;

/// <summary>
/// What a run keeps of the events of its steps, as bytes: for each field the slot of its variable (1 byte), the stable id of its name (8 bytes) and its value. Fields that
/// an event did not have are left out.
/// </summary>
internal sealed class CapturedBlock
{
    private readonly BlobWriter _writer = new();

    /// <summary>The block <paramref name="before"/> with what a step keeps of its event, in place of what it kept of an earlier one.</summary>
    public HeapRange Capture(StateHeap heap, HeapRange before, StepPlan step, CustomerEvent source)
    {
        if (step.Captured.Count == 0 && step.CapturedAsEvent.Count == 0)
        {
            return before;
        }

        _writer.Clear();
        Keep(heap[before], step);
        Write(step.CapturedAsEvent, EvaluationFrame.Event, source);
        Write(step.Captured, step.Slot, source);
        return heap.Add(_writer.Written);
    }

    /// <summary>The ids <paramref name="before"/> and that of another event.</summary>
    public HeapRange Append(StateHeap heap, HeapRange before, CustomerEvent source)
    {
        _writer.Clear();
        _writer.Raw(heap[before]);
        _writer.Text(source.IdBytes);
        return heap.Add(_writer.Written);
    }

    /// <summary>The ids that <see cref="Append"/> put together, in their order.</summary>
    public static IReadOnlyList<string> Ids(ReadOnlySpan<byte> appended)
    {
        if (appended.IsEmpty)
        {
            return [];
        }

        var ids = new List<string>();
        var reader = new BlobReader(appended);
        while (!reader.AtEnd)
        {
            ids.Add(reader.Text());
        }

        return ids;
    }

    /// <summary>Fills <paramref name="fields"/>, by ordinal, with what is kept for a slot, as far as <paramref name="wanted"/> asks for it.</summary>
    public static void Read(ReadOnlySpan<byte> block, int slot, IReadOnlyList<FieldDefinition> wanted, Value[] fields)
    {
        var reader = new BlobReader(block);
        while (!reader.AtEnd)
        {
            var of = reader.Byte();
            var id = new StableId(reader.Fixed());
            var field = of == slot ? Find(wanted, id) : null;
            var value = ValueCodec.Read(ref reader, field?.Type);
            if (field is not null)
            {
                fields[field.Ordinal] = value;
            }
        }
    }

    private static FieldDefinition? Find(IReadOnlyList<FieldDefinition> fields, StableId id)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Id == id)
            {
                return fields[i];
            }
        }

        return null;
    }

    /// <summary>Everything of the old block that the step does not write anew.</summary>
    private void Keep(ReadOnlySpan<byte> block, StepPlan step)
    {
        var reader = new BlobReader(block);
        while (!reader.AtEnd)
        {
            var start = reader.Position;
            var slot = reader.Byte();
            reader.Fixed();
            reader.ValueRange();
            var isOld = (slot == step.Slot && step.Captured.Count > 0) || (slot == EvaluationFrame.Event && step.CapturedAsEvent.Count > 0);
            if (!isOld)
            {
                _writer.Raw(reader.Since(start));
            }
        }
    }

    private void Write(IReadOnlyList<FieldDefinition> fields, int slot, CustomerEvent source)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            var value = source[fields[i].Ordinal];
            if (value.IsPresent)
            {
                _writer.Byte((byte)slot);
                _writer.Fixed(fields[i].Id.Value);
                ValueCodec.Write(_writer, value);
            }
        }
    }
}
