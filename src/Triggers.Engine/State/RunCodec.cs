using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>
/// Runs at rest, in firing order:
/// <code>
/// run   trigger id (8 bytes), key, cause (texts), started at (time), deadline (signed: after started at), step, events seen of it (numbers),
///       step done at (time), later events: length in bytes, their ids (texts) · captured: length in bytes, block
/// </code>
/// </summary>
internal static class RunCodec
{
    private const int StepsMax = 255;

    /// <summary>Appends all runs of a state.</summary>
    public static void Write(BlobWriter writer, CustomerState state)
    {
        writer.Number((ulong)state.Runs.Count);
        for (var i = 0; i < state.Runs.Count; i++)
        {
            WriteOne(writer, state, state.Runs[i]);
        }
    }

    /// <summary>Appends one run.</summary>
    public static void WriteOne(BlobWriter writer, CustomerState state, in Run run)
    {
        writer.Fixed(run.Trigger.Value);
        writer.Text(state.Heap[run.Key]);
        writer.Text(state.Heap[run.Cause]);
        writer.Time(run.StartedAt, state.Clock);
        writer.Signed(unchecked(run.Deadline.UnixMilliseconds - run.StartedAt.UnixMilliseconds));
        writer.Number((ulong)run.Step);
        writer.Number((ulong)run.Seen);
        writer.Time(run.StepAt, run.StartedAt);
        writer.Text(state.Heap[run.Later]);
        writer.Text(state.Heap[run.Captured]);
    }

    /// <summary>Reads all runs of a state.</summary>
    public static void Read(ref BlobReader reader, CustomerState state)
    {
        for (var left = reader.Count(); left > 0; left--)
        {
            var run = ReadOne(ref reader, state);
            if (state.Runs.Count > 0 && state.Runs[state.Runs.Count - 1].Deadline > run.Deadline)
            {
                throw reader.Damaged("has runs out of order");
            }

            state.Runs.Add(run);
        }
    }

    /// <summary>Reads one run.</summary>
    public static Run ReadOne(ref BlobReader reader, CustomerState state)
    {
        var run = Read(ref reader, state.Clock);
        Check(state.Heap, run);
        return run;
    }

    private static Run Read(ref BlobReader reader, Timestamp clock)
    {
        var run = new Run { Trigger = new(reader.Fixed()), Key = reader.TextRange(), Cause = reader.TextRange(), StartedAt = reader.Time(clock) };
        run.Deadline = new(unchecked(run.StartedAt.UnixMilliseconds + reader.Signed()));
        var (step, seen) = (reader.Number(), reader.Number());
        if (step > StepsMax || seen > int.MaxValue)
        {
            throw reader.Damaged($"has a run at step {step}");
        }

        (run.Step, run.Seen) = ((int)step, (int)seen);
        run.StepAt = reader.Time(run.StartedAt);
        (run.Later, run.Captured) = (reader.TextRange(), reader.TextRange());
        return run;
    }

    /// <summary>A damaged block is found when the state is read, not when a rule looks at it.</summary>
    private static void Check(StateHeap heap, in Run run)
    {
        var later = new BlobReader(heap[run.Later]);
        while (!later.AtEnd)
        {
            later.TextRange();
        }

        var block = new BlobReader(heap[run.Captured]);
        while (!block.AtEnd)
        {
            block.Byte();
            block.Fixed();
            block.ValueRange();
        }
    }
}
