using System.Text;
using System.Text.Unicode;

namespace Triggers.Runtime.Contracts;

/// <summary>A dead letter: the value of records in <c>triggers.dead</c> and a line of <c>dead.jsonl</c>.</summary>
/// <remarks>
/// <c>reason</c> one sentence · <c>topic</c>, <c>partition</c>, <c>offset</c> where it came from · <c>value</c> the value as text, or <c>valueBase64</c> when it is not UTF-8.
/// A letter larger than a broker takes keeps the beginning of its value, and <c>valueBytes</c> says how long the whole is.
/// </remarks>
public static class DeadLetterJson
{
    /// <summary>Largest letter in bytes: with its key below the 1,000,000 that a Kafka producer sends by default.</summary>
    public const int SizeMax = 900_000;

    /// <summary>What is kept of a value that makes the letter too large, in bytes: as text it grows to six times at most.</summary>
    private const int BeginningMax = 100_000;

    private const int ReasonMax = 1_000;

    private const string OffsetName = "offset";

    [ThreadStatic]
    private static LetterLine? _last;

    /// <summary>The bytes of one dead letter, at most <see cref="SizeMax"/>.</summary>
    public static byte[] Write(DeadLetter letter) => Line(letter)[..^1].ToArray();

    /// <summary>The same with a line end; valid until the thread writes the next JSON.</summary>
    public static ReadOnlySpan<byte> Line(DeadLetter letter)
    {
        if (letter.Value.Length <= BeginningMax && letter.Reason.Length <= ReasonMax && PlainText.Is(letter.Value.Span))
        {
            _last = _last?.IsOf(letter) == true ? _last : new(letter with { Value = default }, Beginning(letter));
            return _last.Of(letter);
        }

        var whole = letter.Value.Length <= SizeMax ? Line(letter, null) : [];
        return whole.Length is > 0 and <= SizeMax + 1 ? whole : Line(Shortened(letter), letter.Value.Length);
    }

    private static byte[] Beginning(DeadLetter letter)
    {
        var line = Line(letter with { Value = default }, null);
        return line[..(line.LastIndexOf(Encoding.UTF8.GetBytes($"\"{OffsetName}\":")) + OffsetName.Length + 3)].ToArray();
    }

    private static DeadLetter Shortened(DeadLetter letter)
    {
        var value = letter.Value.Span;
        var length = Math.Min(value.Length, BeginningMax);
        while (length < value.Length && length > 0 && (value[length] & 0xC0) == 0x80)
        {
            // Not in the middle of a character.
            length--;
        }

        var reason = letter.Reason.Length > ReasonMax ? letter.Reason[..ReasonMax] + "…" : letter.Reason;
        return letter with { Reason = reason, Value = letter.Value[..length] };
    }

    private static ReadOnlySpan<byte> Line(DeadLetter letter, int? valueBytes) => ContractJson.Line((letter, valueBytes), static (json, item) =>
    {
        var letter = item.letter;
        json.WriteString("reason", letter.Reason);
        json.WriteString("topic", letter.Topic);
        json.WriteNumber("partition", letter.Partition);
        json.WriteNumber(OffsetName, letter.Offset);
        if (Utf8.IsValid(letter.Value.Span))
        {
            json.WriteString("value", letter.Value.Span);
        }
        else
        {
            json.WriteBase64String("valueBase64", letter.Value.Span);
        }

        if (item.valueBytes is { } bytes)
        {
            json.WriteNumber("valueBytes", bytes);
        }
    });
}
