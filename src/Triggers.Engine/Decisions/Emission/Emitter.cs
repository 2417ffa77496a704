using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Outbound;
using Triggers.Model.Time;
using Triggers.Model.Verdicts;

namespace Triggers.Engine.Decisions.Emission;

/// <summary>The last stage: writes down what was decided, one decision a judgement, and the message of those that may go out.</summary>
internal sealed class Emitter(WorkspacePlan plan)
{

    private readonly CandidateId _ids = new();

    /// <summary>Writes down what the gates said.</summary>
    public Decision Decide(in Candidate candidate, Judgement judgement, IReadOnlyList<Reservation> places, StepOutput output)
    {
        var decision = DecisionOn(candidate, judgement, places);
        output.Decisions.Add(decision);
        return decision;
    }

    /// <summary>The candidate goes out.</summary>
    public Decision Send(in Candidate candidate, Judgement judgement, IReadOnlyList<Reservation> places, StepOutput output)
    {
        var decision = Decide(candidate, judgement, places, output);
        output.Messages.Add(new(
            decision.Id,
            decision.Trigger,
            decision.RulesVersion,
            decision.Customer,
            decision.Identifier,
            judgement.Channel!.Name,
            judgement.Channel.Topic,
            judgement.Address,
            candidate.Trigger.Send.Purpose,
            decision.Offer ?? candidate.Trigger.Send.Offer,
            decision.RunKey,
            decision.CauseEventId,
            decision.DueAt,
            decision.DecidedAt)
        {
            Events = decision.LaterEventIds.Count == 0 ? [] : [decision.CauseEventId, .. decision.LaterEventIds],
            Variant = decision.Variant,
            Locale = judgement.Locale,
            Content = judgement.Content,
            Codes = judgement.Code is { } code ? [judgement.Offer!.Pool![code]] : [],
            ExpiresAt = judgement.ExpiresAt == Timestamp.Never ? null : judgement.ExpiresAt,
        });
        return decision;
    }

    private Decision DecisionOn(in Candidate candidate, Judgement judgement, IReadOnlyList<Reservation> places)
    {
        var (trigger, run, state, now) = candidate;
        var (key, cause) = (candidate.Key, state.Heap.Text(run.Cause));
        var id = candidate.HeldId.Length > 0
            ? state.Heap.Text(candidate.HeldId)
            : _ids.Of(trigger.Name, plan.Version, state.Customer, key, CandidateId.StepOf(state.Heap[run.Later]), cause);
        return new(
            id,
            judgement.Outcome,
            judgement.Gate,
            judgement.Reason,
            trigger.Name,
            plan.Version,
            state.Customer,
            state.Identifier ?? throw new InvalidOperationException($"A run of {trigger.Name} exists before the first event of {state.Customer}."),
            key,
            cause,
            run.StartedAt,
            run.Deadline,
            now,
            judgement.Outcome == Outcome.Refused ? null : judgement.Channel?.Name)
        {
            LaterEventIds = CapturedBlock.Ids(candidate.State.Heap[run.Later]),
            Offer = judgement.Offer?.Name,
            Variant = judgement.Variant?.Name,
            Gates = judgement.Records,
            Reserved = places,
            WinnerId = judgement.WinnerId,
            WakeAt = judgement.Outcome == Outcome.Held && judgement.WakeAt != Timestamp.Never ? judgement.WakeAt : null,
        };
    }
}
