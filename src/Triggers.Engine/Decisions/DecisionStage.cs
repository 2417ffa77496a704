using Triggers.Engine.Emission;
using Triggers.Engine.Rules;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model;

namespace Triggers.Engine.Decisions;

/// <summary>Candidate → decision, and the message of those that no gate refuses; remembers what became of it.</summary>
internal sealed class DecisionStage(WorkspacePlan plan, StepFrame frame, StepFrames steps)
{
    private readonly GateChain _gates = new(frame);
    private readonly Emitter _emitter = new(plan);
    private readonly Dictionary<string, StableId> _gateIds = GateChain.Names.ToDictionary(name => name, StableId.Of);

    /// <summary>Decides on one candidate.</summary>
    public void Decide(in Candidate candidate, StepOutput output)
    {
        var (trigger, run, state, now) = candidate;
        output.Runs.Add(new(trigger.Name, RunChangeKind.Fired, state.Customer, candidate.Key, run.Deadline));
        steps.ShowEnd(candidate);
        var (gate, verdict) = _gates.Judge(candidate);
        if (gate is not null)
        {
            _emitter.Refuse(candidate, gate, verdict.Reason!, output);
            Outcomes.Record(state, trigger.Id, RunOutcome.Refused, now, _gateIds[gate], run.Key);
        }
        else
        {
            _emitter.Send(candidate, verdict.Channel!, verdict.Address!, output);
            ReEntry.Sent(candidate);
            Outcomes.Record(state, trigger.Id, RunOutcome.Sent, now, default, run.Key);
        }
    }
}
