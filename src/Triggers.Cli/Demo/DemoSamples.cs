using Triggers.Model.Outbound;
using Triggers.Model.Time;
using Triggers.Model.Verdicts;
using Triggers.Runtime.Contracts;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Scenarios;

namespace Triggers.Cli.Demo;

/// <summary>Passes a run's results on and keeps one example of each kind to show: the first at or after <paramref name="from"/>, in broad daylight.</summary>
internal sealed class DemoSamples(IRunSink results, Timestamp from) : IRunSink
{
    /// <summary>One message of each trigger.</summary>
    public Dictionary<string, Message> Messages { get; } = [];

    /// <summary>One refusal of each trigger and gate.</summary>
    public Dictionary<(string Trigger, string Gate), Decision> Refusals { get; } = [];

    /// <summary>One dead letter of each topic that has any.</summary>
    public List<DeadLetter> Dead { get; } = [];

    public void Take(FoldOutput output)
    {
        foreach (var message in output.Steps.Messages.Where(m => m.DecidedAt >= from))
        {
            Messages.TryAdd(message.Trigger, message);
        }

        foreach (var decision in output.Steps.Decisions.Where(d => d.Outcome == Outcome.Refused && d.DecidedAt >= from))
        {
            Refusals.TryAdd((decision.Trigger, decision.Gate!), decision);
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
}
