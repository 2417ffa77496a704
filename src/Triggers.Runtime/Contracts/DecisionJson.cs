using Triggers.Model.Verdicts;

namespace Triggers.Runtime.Contracts;

/// <summary>Why, or why not: the value of records in <c>triggers.decisions</c> and a line of <c>decisions.jsonl</c>, one a candidate. Fields are only ever added.</summary>
/// <remarks>
/// The fields of <see cref="MessageJson"/> as far as they are known, <c>outcome</c> (<c>sent</c> or <c>refused</c>), and for a refusal <c>gate</c> (the first that refused) and
/// <c>reason</c> (one sentence).
/// </remarks>
public static class DecisionJson
{
    /// <summary>The bytes of one decision.</summary>
    public static byte[] Write(Decision decision) => ContractJson.Write(decision, static (json, decision) =>
    {
        json.WriteString("id", decision.Id);
        json.WriteString("outcome", decision.Outcome == Outcome.Sent ? "sent" : "refused");
        json.WriteOptional("gate", decision.Gate);
        json.WriteOptional("reason", decision.Reason);
        json.WriteString("trigger", decision.Trigger);
        json.WriteString("rules", decision.RulesVersion);
        json.WriteString("customer", decision.Customer.ToString());
        json.WriteString("identifier", decision.Identifier.ToString());
        json.WriteOptional("channel", decision.Channel);
        json.WriteOptional("key", decision.RunKey.Length == 0 ? null : decision.RunKey);
        json.WriteString("cause", decision.CauseEventId);
        if (decision.LaterEventIds.Count > 0)
        {
            json.WriteStartArray("then");
            foreach (var id in decision.LaterEventIds)
            {
                json.WriteStringValue(id);
            }

            json.WriteEndArray();
        }

        json.WriteTime("startedAt", decision.StartedAt);
        json.WriteTime("dueAt", decision.DueAt);
        json.WriteTime("decidedAt", decision.DecidedAt);
    });
}
