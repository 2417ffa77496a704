using System.Text.Json;
using Triggers.Runtime.Partitions;

namespace Triggers.Runtime.Contracts;

/// <summary>A late event: the value of records in <c>triggers.late</c> and a line of <c>late.jsonl</c>.</summary>
/// <remarks><c>customer</c> key · <c>eventTime</c> · <c>logTime</c> the clock when it came · <c>allowedSeconds</c> how late its type may be · <c>event</c> the canonical event.</remarks>
public static class LateJson
{
    /// <summary>The bytes of one late event.</summary>
    public static byte[] Write(LateEvent late) => ContractJson.Write(late, Fields);

    /// <summary>The same with a line end; valid until the thread writes the next JSON.</summary>
    public static ReadOnlySpan<byte> Line(LateEvent late) => ContractJson.Line(late, Fields);

    private static void Fields(Utf8JsonWriter json, LateEvent late)
    {
        json.WriteCustomer(late.Customer);
        json.WriteTime("eventTime", late.EventTime);
        json.WriteTime("logTime", late.LogTime);
        json.WriteNumber("allowedSeconds", late.Allowed.TotalSeconds);
        json.WritePropertyName("event");
        json.WriteRawValue(late.Canonical);
    }
}
