using System.Globalization;
using Triggers.Model.Time;

namespace Triggers.Model.Verdicts;

/// <summary>
/// A short text of a <see cref="GateRecord"/>, kept as what it is made of and written when somebody reads it: a number, words and an instant, as far as they are there, in
/// this order, with a blank between them (<c>3 since 2026-03-01T10:00:00.000Z</c>). <c>default</c>: nothing. Making one allocates nothing.
/// </summary>
public readonly record struct GateText
{
    private readonly string? _words;
    private readonly Timestamp _time;
    private readonly int _number;
    private readonly bool _hasNumber;
    private readonly bool _hasTime;

    /// <summary>A text of these parts; null: it has no such part.</summary>
    public GateText(int? number, string? words, Timestamp? time = null)
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

        var number = _hasNumber ? _number.ToString(CultureInfo.InvariantCulture) : null;
        var time = _hasTime ? _time.ToString() : null;
        return string.Join(' ', new[] { number, _words, time }.OfType<string>());
    }
}
