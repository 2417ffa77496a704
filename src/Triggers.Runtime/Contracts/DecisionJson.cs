using System.Text.Json;
using Triggers.Model.Verdicts;

namespace Triggers.Runtime.Contracts;

/// <summary>Why, or why not: the value of records in <c>triggers.decisions</c> and a line of <c>decisions.jsonl</c>, one a candidate and judgement. Fields are only ever added.</summary>
/// <remarks>
/// The fields of <see cref="MessageJson"/> as far as they are known, <c>outcome</c> (<c>sent</c>, <c>refused</c> or <c>held</c>), and unless it was sent <c>gate</c> (the first that
/// refused or holds) and <c>reason</c> (one sentence). <c>gates</c> what each gate saw and said · <c>reserved</c> places that it takes · <c>winner</c> id of the candidate that won
/// · <c>wakeAt</c> when it is judged again.
/// </remarks>
public static class DecisionJson
{
    /// <summary>The bytes of one decision.</summary>
    public static byte[] Write(Decision decision) => ContractJson.Write(decision, Fields);

    /// <summary>The same with a line end; valid until the thread writes the next JSON.</summary>
    public static ReadOnlySpan<byte> Line(Decision decision) => ContractJson.Line(decision, Fields);

    private static void Fields(Utf8JsonWriter json, Decision decision)
    {
        json.WriteString("id", decision.Id);
        json.WriteString("outcome", Word(decision.Outcome));
        json.WriteOptional("gate", decision.Gate);
        json.WriteOptional("reason", decision.Reason);
        json.WriteString("trigger", decision.Trigger);
        json.WriteString("rules", decision.RulesVersion);
        json.WriteCustomer(decision.Customer);
        json.WriteIdentifier(decision.Identifier);
        json.WriteOptional("channel", decision.Channel);
        json.WriteOptional("offer", decision.Offer);
        json.WriteOptional("variant", decision.Variant);
        json.WriteOptional("key", decision.RunKey.Length == 0 ? null : decision.RunKey);
        json.WriteString("cause", decision.CauseEventId);
        json.WriteOptional("then", decision.LaterEventIds);
        Gates(json, decision.Gates);
        Reserved(json, decision.Reserved);
        json.WriteOptional("winner", decision.WinnerId);
        json.WriteTime("startedAt", decision.StartedAt);
        json.WriteTime("dueAt", decision.DueAt);
        json.WriteTime("decidedAt", decision.DecidedAt);
        json.WriteOptional("wakeAt", decision.WakeAt);
    }

    private static void Gates(Utf8JsonWriter json, IReadOnlyList<GateRecord> gates)
    {
        if (gates.Count == 0)
        {
            return;
        }

        json.WriteStartArray("gates");
        for (var i = 0; i < gates.Count; i++)
        {
            var gate = gates[i];
            json.WriteStartObject();
            json.WriteString("gate", gate.Gate);
            json.WriteString("result", Word(gate.Result));
            json.WriteOptional("channel", gate.Channel);
            json.WriteOptional("input", gate.Input);
            json.WriteOptional("limit", gate.Limit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Reserved(Utf8JsonWriter json, IReadOnlyList<Reservation> reserved)
    {
        if (reserved.Count == 0)
        {
            return;
        }

        json.WriteStartArray("reserved");
        foreach (var place in reserved)
        {
            json.WriteStartObject();
            json.WriteString("of", place.Of);
            json.WriteString("name", place.Name);
            json.WriteOptional("amount", place.Amount);
            json.WriteOptional("at", place.At);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Sent => "sent",
        Outcome.Refused => "refused",
        Outcome.Held => "held",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown outcome."),
    };

    private static string Word(GateResult result) => result switch
    {
        GateResult.Passed => "passed",
        GateResult.Refused => "refused",
        GateResult.NextChannel => "next-channel",
        GateResult.Held => "held",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "Unknown result."),
    };
}
