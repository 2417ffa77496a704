using Triggers.Model.Outbound;
using Triggers.Model.Time;
using Triggers.Model.Verdicts;
using Triggers.Runtime.Contracts;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Scenarios;

namespace Triggers.Cli.Demo;

/// <summary>Passes a run's results on, counts them, and keeps one example of each kind to show: the first at or after a time.</summary>
/// <param name="results">Where the results go.</param>
/// <param name="from">The time: a morning, so that examples happen in broad daylight.</param>
/// <param name="abroad">Customer numbers that are shown only where there is no other: their nights are no nights in the shop.</param>
internal sealed class DemoSamples(IRunSink results, Timestamp from, IReadOnlySet<string> abroad) : IRunSink
{
    private readonly Dictionary<(Outcome Outcome, string Gate), long> _counts = [];

    /// <summary>One message of each trigger and language.</summary>
    public Dictionary<(string Trigger, string? Locale), Message> Messages { get; } = [];

    /// <summary>One decision of each gate that refused or held.</summary>
    public Dictionary<(Outcome Outcome, string Gate), Decision> Stopped { get; } = [];

    /// <summary>One dead letter of each topic that has any.</summary>
    public List<DeadLetter> Dead { get; } = [];

    /// <summary>How often a gate did so, in the whole week.</summary>
    public long CountOf(Outcome outcome, string gate) => _counts.GetValueOrDefault((outcome, gate));

    public void Take(FoldOutput output)
    {
        foreach (var message in output.Steps.Messages.Where(m => m.DecidedAt >= from))
        {
            Messages.TryAdd((message.Trigger, message.Locale), message);
        }

        foreach (var decision in output.Steps.Decisions.Where(d => d.Gate is not null))
        {
            var kind = (decision.Outcome, decision.Gate!);
            _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
            if (decision.DecidedAt >= from && (!Stopped.TryGetValue(kind, out var shown) || (IsAbroad(shown) && !IsAbroad(decision))))
            {
                Stopped[kind] = decision;
            }
        }

        results.Take(output);
    }

    public void Take(DeadLetter letter)
    {
        if (Dead.All(d => d.Topic != letter.Topic))
        {
            Dead.Add(letter with { Value = letter.Value.ToArray() });
        }

        results.Take(letter);
    }

    private bool IsAbroad(Decision decision) => abroad.Contains(decision.Identifier.Value);
}
