using System.Text.Json;
using Triggers.Model.Outbound;

namespace Triggers.Runtime.Contracts;

/// <summary>
/// The message contract: the value of records in <c>outbound.*</c> and a line of <c>messages.jsonl</c>. Fields are only ever added. The record's key is
/// <c>customer</c>; consumers read <c>read_committed</c> and may use <c>id</c> to send once.
/// </summary>
/// <remarks>
/// <c>id</c> 32 hexadecimal digits · <c>trigger</c> · <c>rules</c> version of the workspace · <c>customer</c> key, 32 hexadecimal digits · <c>identifier</c>
/// <c>kind:value</c> · <c>channel</c> · <c>address</c> · <c>purpose</c> · <c>offer</c> · <c>key</c> the run's business key, left out when there is none · <c>cause</c> id of the event that
/// (re)started the run · <c>dueAt</c> deadline · <c>decidedAt</c> log time of the decision. Left out when there is none: <c>variant</c>, <c>locale</c>, <c>content</c> part → text,
/// <c>codes</c>, <c>events</c> ids of all that matched, <c>expiresAt</c>.
/// </remarks>
public static class MessageJson
{
    /// <summary>The bytes of one message.</summary>
    public static byte[] Write(Message message) => ContractJson.Write(message, Fields);

    /// <summary>The same with a line end; valid until the thread writes the next JSON.</summary>
    public static ReadOnlySpan<byte> Line(Message message) => ContractJson.Line(message, Fields);

    private static void Fields(Utf8JsonWriter json, Message message)
    {
        json.WriteString("id", message.Id);
        json.WriteString("trigger", message.Trigger);
        json.WriteString("rules", message.RulesVersion);
        json.WriteCustomer(message.Customer);
        json.WriteIdentifier(message.Identifier);
        json.WriteString("channel", message.Channel);
        json.WriteString("address", message.Address);
        json.WriteString("purpose", message.Purpose);
        json.WriteString("offer", message.Offer);
        json.WriteOptional("variant", message.Variant);
        json.WriteOptional("locale", message.Locale);
        Content(json, message.Content);
        json.WriteOptional("codes", message.Codes);
        json.WriteOptional("key", message.RunKey.Length == 0 ? null : message.RunKey);
        json.WriteString("cause", message.CauseEventId);
        json.WriteOptional("events", message.Events);
        json.WriteTime("dueAt", message.DueAt);
        json.WriteTime("decidedAt", message.DecidedAt);
        json.WriteOptional("expiresAt", message.ExpiresAt);
    }

    private static void Content(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, string>> content)
    {
        if (content.Count == 0)
        {
            return;
        }

        json.WriteStartObject("content");
        foreach (var (part, text) in content)
        {
            json.WriteString(part, text);
        }

        json.WriteEndObject();
    }
}
