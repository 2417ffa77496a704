using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Outbound;
using Triggers.Model.Verdicts;

namespace Triggers.Engine.Emission;

/// <summary>The last stage: writes down what was decided, one decision a candidate, and the message of those that may go out.</summary>
internal sealed class Emitter(WorkspacePlan plan)
{
    private readonly CandidateId _ids = new();

    /// <summary>The candidate was refused.</summary>
    public void Refuse(in Candidate candidate, string gate, string reason, StepOutput output) =>
        output.Decisions.Add(DecisionOn(candidate) with { Outcome = Outcome.Refused, Gate = gate, Reason = reason });

    /// <summary>The candidate goes out on this channel.</summary>
    public void Send(in Candidate candidate, ChannelPlan channel, string address, StepOutput output)
    {
        var decision = DecisionOn(candidate) with { Channel = channel.Name };
        output.Decisions.Add(decision);
        output.Messages.Add(new(
            decision.Id,
            decision.Trigger,
            decision.RulesVersion,
            decision.Customer,
            decision.Identifier,
            channel.Name,
            channel.Topic,
            address,
            candidate.Trigger.Send.Purpose,
            candidate.Trigger.Send.Offer,
            decision.RunKey,
            decision.CauseEventId,
            decision.DueAt,
            decision.DecidedAt));
    }

    private Decision DecisionOn(in Candidate candidate)
    {
        var (trigger, run, state, now) = candidate;
        var (key, cause) = (candidate.Key, state.Heap.Text(run.Cause));
        return new(
            _ids.Of(trigger.Name, plan.Version, state.Customer, key, CandidateId.StepOf(state.Heap[run.Later]), cause),
            Outcome.Sent,
            Gate: null,
            Reason: null,
            trigger.Name,
            plan.Version,
            state.Customer,
            state.Identifier ?? throw new InvalidOperationException($"A run of {trigger.Name} exists before the first event of {state.Customer}."),
            key,
            cause,
            run.StartedAt,
            run.Deadline,
            now,
            Channel: null)
        {
            LaterEventIds = LaterOf(candidate),
        };
    }

    private static IReadOnlyList<string> LaterOf(in Candidate candidate)
    {
        if (candidate.Run.Later.Length == 0)
        {
            return [];
        }

        var ids = new List<string>();
        var reader = new BlobReader(candidate.State.Heap[candidate.Run.Later]);
        while (!reader.AtEnd)
        {
            ids.Add(reader.Text());
        }

        return ids;
    }
}
