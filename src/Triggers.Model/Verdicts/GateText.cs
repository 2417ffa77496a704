using System.Globalization;
using Triggers.Model.Time;

namespace Triggers.Model.Verdicts;

/// <summary>
/// A short text of a <see cref="GateRecord"/>, kept as what it is made of and written when somebody reads it: a number, words and an instant, as far as they are there, in
/// this order, with a blank between them (<c>3 since 2026-03-01T10:00:00.000Z</c>, <c>12.50 EUR</c>). <c>default</c>: nothing. Making one allocates nothing.
/// </summary>
public readonly record struct GateText
{
    private const int ShortText = 128;
    private const int NumberAndTime = 48;

    private readonly string? _words;
    private readonly Timestamp _time;
    private readonly decimal _number;
    private readonly bool _hasNumber;
    private readonly bool _hasTime;

    /// <summary>A text of these parts; null: it has no such part.</summary>
    public GateText(decimal? number, string? words, Timestamp? time = null)
    {
        (_number, _hasNumber) = (number.GetValueOrDefault(), number.HasValue);
        (_time, _hasTime) = (time.GetValueOrDefault(), time.HasValue);
        _words = words;
    }

    /// <summary>Words and an instant: <c>given 2026-03-01T10:00:00.000Z</c>.</summary>
    public GateText(string words, Timestamp time)
        : this(null, words, time)
    {
    }

    /// <summary>True when there is nothing to read.</summary>
    public bool IsNothing => _words is null && !_hasNumber && !_hasTime;

    /// <summary>Words alone; null: nothing.</summary>
    public static implicit operator GateText(string? words) => new(null, words);

    /// <summary>A number alone.</summary>
    public static implicit operator GateText(int number) => new(number, null);

    /// <summary>An instant alone.</summary>
    public static implicit operator GateText(Timestamp time) => new(null, null, time);

    /// <summary>Two are equal when they read the same.</summary>
    public bool Equals(GateText other) => IsNothing == other.IsNothing && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The text; empty when there is nothing to read.</summary>
    public override string ToString()
    {
        if (!_hasNumber && !_hasTime)
        {
            return _words ?? "";
        }

        var longest = NumberAndTime + (_words?.Length ?? 0);
        var text = longest <= ShortText ? stackalloc char[ShortText] : new char[longest];
        TryFormat(text, out var length);
        return new(text[..length]);
    }

    /// <summary>Writes the text; false when there is not enough room. Allocates nothing.</summary>
    public bool TryFormat(Span<char> destination, out int written)
    {
        written = 0;
        var length = 0;
        if (_hasNumber && !_number.TryFormat(destination, out length, provider: CultureInfo.InvariantCulture))
        {
            return false;
        }

        written = length;
        if (_words is not null)
        {
            if (!Blank(destination, ref written) || !_words.TryCopyTo(destination[written..]))
            {
                return false;
            }

            written += _words.Length;
        }

        if (_hasTime)
        {
            if (!Blank(destination, ref written) || !_time.TryFormat(destination[written..], out length, default, null))
            {
                return false;
            }

            written += length;
        }

        return true;
    }

    private static bool Blank(Span<char> destination, ref int written)
    {
        if (written == 0)
        {
            return true;
        }

        if (written == destination.Length)
        {
            return false;
        }

        destination[written++] = ' ';
        return true;
    }
}
