using Triggers.Language.Plan;
using Triggers.Runtime.Rulesets;
using Triggers.Runtime.Scenarios;

namespace Triggers.Load;

/// <summary>
/// The engine as file runs use it, over events in memory: JSON parsed, states in memory. It folds stretch after stretch and keeps its state between them, so that a stretch
/// can be measured when everything is warm.
/// </summary>
internal sealed class EngineUnderLoad : IDisposable
{
    private readonly FileRun _run;
    private readonly EventFeed _feed;

    /// <summary>An engine with these rules for these events, of which it has seen none.</summary>
    internal EngineUnderLoad(WorkspacePlan plan, LoadEvents events, IRunSink sink)
    {
        var rules = new Ruleset(plan);
        _run = new(rules, RunUntil.Last, sink);
        _feed = new(events, plan.Catalogue, rules.SelectionForFiles);
    }

    /// <summary>Managed bytes that the states of customers take.</summary>
    internal long StateBytes => _run.StateBytes;

    /// <summary>Folds the events from <paramref name="from"/> up to, without, <paramref name="to"/>.</summary>
    internal void Fold(int from, int to)
    {
        _feed.Turn(from, to);
        _run.Execute(_feed, TimeProvider.System);
    }

    /// <summary>Reads the events and does nothing with them: texts and identifiers that repeat are known afterwards.</summary>
    internal void Read(int from, int to)
    {
        _feed.Turn(from, to);
        while (_feed.Next() is not null)
        {
            // Reading is all.
        }
    }

    public void Dispose() => _feed.Dispose();
}
