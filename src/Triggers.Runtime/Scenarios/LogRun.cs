using Triggers.Language.Plan;
using Triggers.Model.Log;
using Triggers.Runtime.Partitions;

namespace Triggers.Runtime.Scenarios;

/// <summary>
/// Folds a dumped log: the same records give the same messages as when they were live. The rules come from the rules records in it; time passes by its own records only. For
/// one run; not thread-safe.
/// </summary>
public sealed class LogRun(IRunSink sink)
{
    private readonly FoldOutput _output = new();

    /// <summary>Counts of the run; complete when it has ended.</summary>
    public RunSummary Summary { get; } = new();

    /// <summary>The rules that came last in the log; null: none came.</summary>
    public WorkspacePlan? Rules { get; private set; }

    /// <summary>Folds all records; those of one partition come in offset order.</summary>
    /// <param name="records">Records of any number of partitions, from their beginning, in any mixture.</param>
    /// <param name="time">Measures how long it takes; decides nothing.</param>
    /// <exception cref="Ports.OutsideFault">A record or the rules in it cannot be read, or the results cannot be written.</exception>
    public void Execute(IEnumerable<LogRecord> records, TimeProvider time)
    {
        var start = time.GetTimestamp();
        var fold = new LogFold(new());
        foreach (var record in records)
        {
            Summary.Records++;
            if (record.Kind == RecordKind.Event)
            {
                Summary.Events++;
                Summary.Saw(record.Customer);
            }

            fold.Fold(record, _output);
            if (record.Kind == RecordKind.Rules)
            {
                Rules = fold.RulesOf(record.Partition)!.Plan;
                Summary.Expect(Rules);
            }

            Deliver();
        }

        Summary.Elapsed = time.GetElapsedTime(start);
    }

    private void Deliver()
    {
        Summary.Add(_output);
        Summary.Events -= _output.Dead.Count;
        if (!_output.IsEmpty)
        {
            sink.Take(_output);
        }

        _output.Clear();
    }
}
