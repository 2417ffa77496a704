using System.Text.Unicode;

namespace Triggers.Runtime.Contracts;

/// <summary>A dead letter: the value of records in <c>triggers.dead</c> and a line of <c>dead.jsonl</c>.</summary>
/// <remarks>
/// <c>reason</c> one sentence · <c>topic</c>, <c>partition</c>, <c>offset</c> where it came from · <c>value</c> the value as text, or <c>valueBase64</c> when it is not UTF-8.
/// </remarks>
public static class DeadLetterJson
{
    /// <summary>The bytes of one dead letter.</summary>
    public static byte[] Write(DeadLetter letter) => ContractJson.Write(letter, static (json, letter) =>
    {
        json.WriteString("reason", letter.Reason);
        json.WriteString("topic", letter.Topic);
        json.WriteNumber("partition", letter.Partition);
        json.WriteNumber("offset", letter.Offset);
        if (Utf8.IsValid(letter.Value.Span))
        {
            json.WriteString("value", letter.Value.Span);
        }
        else
        {
            json.WriteBase64String("valueBase64", letter.Value.Span);
        }
    });
}
