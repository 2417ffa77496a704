using Triggers.Language.Plan;
using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>
/// Reads blobs of version 1, behind the header:
/// <code>
/// identifier  kind, value  texts; both empty before the first event
/// recent ids  count        then 8 bytes a hash, oldest first, at most 64
/// traits      count        then each, ascending by id:   id (8 bytes), event time (signed), value: all were of the kind latest
/// runs        count        then each, in firing order:   trigger id (8 bytes), key, cause event id (texts), event time (signed),
///                          deadline − event time (signed), count of captured fields, each ascending by id: id (8 bytes), value
/// </code>
/// Customer time is the newest time in it.
/// </summary>
internal static class StateVersion1
{
    /// <summary>Its number.</summary>
    public const byte Number = 1;

    /// <summary>Reads what is behind the header.</summary>
    public static void Read(ref BlobReader reader, CustomerState state)
    {
        StateCodec.ReadIdentifier(ref reader, state);
        for (var left = StateCodec.ReadRecentCount(ref reader); left > 0; left--)
        {
            state.Recent.Add(reader.Fixed());
        }

        var previous = default(StableId?);
        for (var left = reader.Count(); left > 0; left--)
        {
            var trait = reader.NextId(ref previous);
            var time = reader.Signed();
            state.Series.TryAppend(trait, TraitKind.Latest, isKeyed: false, default, out var series);
            series.Insert(new() { Time = time, First = time, Count = 1, Value = reader.ValueRange() });
            state.Clock = Timestamp.Max(state.Clock, new(time));
        }

        for (var left = reader.Count(); left > 0; left--)
        {
            var run = ReadRun(ref reader, state.Heap);
            state.Clock = Timestamp.Max(state.Clock, run.StartedAt);
            state.Runs.Add(run);
        }
    }

    private static Run ReadRun(ref BlobReader reader, StateHeap heap)
    {
        var run = new Run { Trigger = new(reader.Fixed()), Key = reader.TextRange(), Cause = reader.TextRange(), Step = 1 };
        var startedAt = reader.Signed();
        (run.StartedAt, run.StepAt) = (new(startedAt), new(startedAt));
        run.Deadline = new(unchecked(startedAt + reader.Signed()));
        var block = new BlobWriter();
        var previous = default(StableId?);
        for (var left = reader.Count(); left > 0; left--)
        {
            block.Byte(Language.Evaluation.EvaluationFrame.Event);
            block.Fixed(reader.NextId(ref previous).Value);
            block.Raw(heap[reader.ValueRange()]);
        }

        run.Captured = heap.Add(block.Written);
        return run;
    }
}
