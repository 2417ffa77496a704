using Triggers.Engine.Decisions.Gates;

namespace Triggers.Engine.Decisions;

/// <summary>All gates in their order; the first that refuses is the reason.</summary>
internal sealed class GateChain(StepFrame facts)
{
    private readonly IGate[] _gates = [new AgainGate(), new StaleGate(), new IfGate(), new AddressGate()];

    /// <summary>The names of all gates, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. new GateChain(new())._gates.Select(gate => gate.Name)];

    /// <summary>Judges one candidate; the frame shows its last event, its steps and the customer.</summary>
    public ChainVerdict Judge(in Candidate candidate)
    {
        var chosen = GateVerdict.Pass;
        foreach (var gate in _gates)
        {
            var verdict = gate.Judge(candidate, facts);
            if (verdict.Reason is not null)
            {
                return new(gate.Name, verdict);
            }

            chosen = verdict.Channel is null ? chosen : verdict;
        }

        return new(Gate: null, chosen);
    }
}
