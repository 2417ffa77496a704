using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Triggers.Runtime.Telemetry;

/// <summary>
/// The text of a notice, which keeps apart what is always the same and what varies: <c>$"Partition {number} waits: {why}"</c> has the event <c>Partition … waits: …</c>, by which programs know it again, and
/// two values. Numbers and times are written alike everywhere.
/// </summary>
[InterpolatedStringHandler]
public sealed class NoticeText
{
    private readonly StringBuilder _event;
    private readonly StringBuilder _text;
    private readonly List<string> _values;

    /// <summary>Called by the compiler for an interpolated string.</summary>
    public NoticeText(int literalLength, int formattedCount)
    {
        _event = new(literalLength + formattedCount);
        _text = new(literalLength + (16 * formattedCount));
        _values = new(formattedCount);
    }

    /// <summary>What is the same in every notice of this kind, with … for what varies: the lines of docs/operations.md.</summary>
    public string Event => _event.ToString();

    /// <summary>What varies, in order.</summary>
    public IReadOnlyList<string> Values => _values;

    /// <summary>A text in which nothing varies.</summary>
    public static implicit operator NoticeText(string text) => FromString(text);

    /// <summary>A text in which nothing varies.</summary>
    public static NoticeText FromString(string text)
    {
        var notice = new NoticeText(text.Length, 0);
        notice.AppendLiteral(text);
        return notice;
    }

    /// <summary>Called by the compiler.</summary>
    public void AppendLiteral(string literal)
    {
        _event.Append(literal);
        _text.Append(literal);
    }

    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted<T>(T value, string? format)
    {
        var written = value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value?.ToString() ?? "";
        _event.Append('…');
        _text.Append(written);
        _values.Add(written);
    }

    /// <summary>The whole text.</summary>
    public override string ToString() => _text.ToString();
}
