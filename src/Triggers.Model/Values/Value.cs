using System.Runtime.CompilerServices;

namespace Triggers.Model.Values;

/// <summary>
/// One value of the rule language, as a struct of 24 bytes: numbers, times, money and references to text, lists, maps and records move without allocation.
/// Immutable and thread-safe. <c>default</c> is <see cref="ValueKind.Absent"/>.
/// </summary>
/// <remarks>
/// Layout: <c>_reference</c> holds text, bytes, list, map, record, type, error or a money's currency; <c>_bits</c> holds the number, the seconds, or the money's
/// mantissa; <c>_extra</c> the nanoseconds; <c>_scale</c> the money's decimal places (0..18).
/// </remarks>
public readonly struct Value : IEquatable<Value>
{
    private readonly object? _reference;
    private readonly long _bits;
    private readonly int _extra;
    private readonly byte _scale;

    private Value(ValueKind kind, object? reference, long bits = 0, int extra = 0, byte scale = 0)
    {
        Kind = kind;
        _reference = reference;
        _bits = bits;
        _extra = extra;
        _scale = scale;
    }

    /// <summary>What this value is; says which accessor may be used.</summary>
    public ValueKind Kind { get; }

    /// <summary>An optional field that was not given.</summary>
    public static Value Absent => default;

    /// <summary>CEL's <c>null</c>.</summary>
    public static Value Null => new(ValueKind.Null, null);

    /// <summary><c>true</c>.</summary>
    public static Value True => new(ValueKind.Bool, null, 1);

    /// <summary><c>false</c>.</summary>
    public static Value False => new(ValueKind.Bool, null, 0);

    /// <summary>True when there is a value (also <c>null</c> and errors).</summary>
    public bool IsPresent => Kind != ValueKind.Absent;

    /// <summary>True when this is an evaluation error.</summary>
    public bool IsError => Kind == ValueKind.Error;

    /// <summary>True for the boolean <c>true</c> and nothing else.</summary>
    public bool IsTrue => Kind == ValueKind.Bool && _bits != 0;

    /// <summary>The boolean. Only for <see cref="ValueKind.Bool"/>.</summary>
    public bool AsBool => _bits != 0;

    /// <summary>The integer. Only for <see cref="ValueKind.Int"/>.</summary>
    public long AsInt => _bits;

    /// <summary>The unsigned integer. Only for <see cref="ValueKind.UInt"/>.</summary>
    public ulong AsUInt => unchecked((ulong)_bits);

    /// <summary>The double. Only for <see cref="ValueKind.Double"/>.</summary>
    public double AsDouble => BitConverter.Int64BitsToDouble(_bits);

    /// <summary>The text. Only for <see cref="ValueKind.String"/>.</summary>
    public string AsString => Unsafe.As<string>(_reference!);

    /// <summary>The bytes; not to be changed. Only for <see cref="ValueKind.Bytes"/>.</summary>
    public byte[] AsBytes => Unsafe.As<byte[]>(_reference!);

    /// <summary>Seconds of a <see cref="ValueKind.Timestamp"/> (since 1970) or a <see cref="ValueKind.Duration"/>.</summary>
    public long Seconds => _bits;

    /// <summary>Nanoseconds beside <see cref="Seconds"/>: 0..999,999,999 for a timestamp, the sign of the seconds for a duration.</summary>
    public int Nanoseconds => _extra;

    /// <summary>The amount. Only for <see cref="ValueKind.Money"/>.</summary>
    public Money AsMoney => new(new decimal((int)Magnitude(_bits), (int)(Magnitude(_bits) >> 32), 0, _bits < 0, _scale), Unsafe.As<string>(_reference!));

    /// <summary>The amount is this times ten to the power of minus <see cref="Scale"/>; for those who compare many amounts. Only for <see cref="ValueKind.Money"/>.</summary>
    public long Mantissa => _bits;

    /// <summary>Decimal places of <see cref="Mantissa"/>, 0..18. Only for <see cref="ValueKind.Money"/>.</summary>
    public int Scale => _scale;

    /// <summary>ISO 4217 code of the amount. Only for <see cref="ValueKind.Money"/>.</summary>
    public string Currency => Unsafe.As<string>(_reference!);

    /// <summary>The elements. Only for <see cref="ValueKind.List"/>.</summary>
    public IReadOnlyList<Value> AsList => (IReadOnlyList<Value>)_reference!;

    /// <summary>The entries. Only for <see cref="ValueKind.Map"/>.</summary>
    public IReadOnlyDictionary<Value, Value> AsMap => (IReadOnlyDictionary<Value, Value>)_reference!;

    /// <summary>The record. Only for <see cref="ValueKind.Record"/>.</summary>
    public RecordValue AsRecord => (RecordValue)_reference!;

    /// <summary>The type. Only for <see cref="ValueKind.Type"/>.</summary>
    public DataType AsType => (DataType)_reference!;

    /// <summary>Why there is no value. Only for <see cref="ValueKind.Error"/>.</summary>
    public ValueError AsError => (ValueError)_reference!;

    /// <summary>A boolean.</summary>
    public static Value Of(bool value) => value ? True : False;

    /// <summary>A signed integer.</summary>
    public static Value Of(long value) => new(ValueKind.Int, null, value);

    /// <summary>An unsigned integer.</summary>
    public static Value Of(ulong value) => new(ValueKind.UInt, null, unchecked((long)value));

    /// <summary>A double.</summary>
    public static Value Of(double value) => new(ValueKind.Double, null, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A text.</summary>
    public static Value Of(string value) => new(ValueKind.String, value);

    /// <summary>Bytes; the array must not be changed afterwards.</summary>
    public static Value Of(byte[] value) => new(ValueKind.Bytes, value);

    /// <summary>A record.</summary>
    public static Value Of(RecordValue value) => new(ValueKind.Record, value);

    /// <summary>A type.</summary>
    public static Value Of(DataType value) => new(ValueKind.Type, value);

    /// <summary>A list; it must not be changed afterwards.</summary>
    public static Value OfList(IReadOnlyList<Value> elements) => new(ValueKind.List, elements);

    /// <summary>A map; it must not be changed afterwards.</summary>
    public static Value OfMap(IReadOnlyDictionary<Value, Value> entries) => new(ValueKind.Map, entries);

    /// <summary>An instant.</summary>
    /// <param name="seconds">Since 1970-01-01T00:00:00Z.</param>
    /// <param name="nanoseconds">0..999,999,999.</param>
    public static Value OfTimestamp(long seconds, int nanoseconds = 0) => new(ValueKind.Timestamp, null, seconds, nanoseconds);

    /// <summary>An instant.</summary>
    public static Value Of(Time.Timestamp time) =>
        OfTimestamp(Math.DivRem(time.UnixMilliseconds, 1000, out var rest) - (rest < 0 ? 1 : 0), (int)((rest < 0 ? rest + 1000 : rest) * 1_000_000));

    /// <summary>A length of time.</summary>
    /// <param name="seconds">Whole seconds.</param>
    /// <param name="nanoseconds">-999,999,999..999,999,999, of the sign of <paramref name="seconds"/>.</param>
    public static Value OfDuration(long seconds, int nanoseconds = 0) => new(ValueKind.Duration, null, seconds, nanoseconds);

    /// <summary>An amount of money: <paramref name="mantissa"/> ÷ 10^<paramref name="scale"/>.</summary>
    /// <param name="mantissa">All digits as one number.</param>
    /// <param name="scale">How many of them are decimal places, 0..18.</param>
    /// <param name="currency">ISO 4217 code.</param>
    public static Value OfMoney(long mantissa, byte scale, string currency) => new(ValueKind.Money, currency, mantissa, scale: scale);

    /// <summary>An amount of money.</summary>
    /// <exception cref="OverflowException">The amount needs more than 18 decimal places or more than 63 bits.</exception>
    public static Value Of(Money money)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(money.Amount, bits);
        var scale = (byte)(bits[3] >> 16);
        if (bits[2] != 0 || bits[1] < 0 || scale > 18)
        {
            throw new OverflowException($"The amount {money.Amount} is out of range: at most 18 decimal places and 18 digits in all.");
        }

        var magnitude = ((long)bits[1] << 32) | (uint)bits[0];
        return new(ValueKind.Money, money.Currency, money.Amount < 0 ? -magnitude : magnitude, 0, scale);
    }

    /// <summary>An evaluation error.</summary>
    public static Value OfError(ValueError error) => new(ValueKind.Error, error);

    /// <summary>An evaluation error.</summary>
    public static Value OfError(string message) => new(ValueKind.Error, new ValueError(message));

    /// <summary>
    /// Equality of the same kind and content, as dictionaries and state comparison need it (numbers of different kinds are different, NaN equals itself);
    /// CEL's <c>==</c> is the language's own function.
    /// </summary>
    public bool Equals(Value other) => Kind == other.Kind && Kind switch
    {
        ValueKind.Absent or ValueKind.Null => true,
        ValueKind.Bool or ValueKind.Int or ValueKind.UInt or ValueKind.Double => _bits == other._bits,
        ValueKind.Timestamp or ValueKind.Duration => _bits == other._bits && _extra == other._extra,
        ValueKind.String => string.Equals(AsString, other.AsString, StringComparison.Ordinal),
        ValueKind.Bytes => AsBytes.AsSpan().SequenceEqual(other.AsBytes),
        ValueKind.Money => AsMoney == other.AsMoney,
        ValueKind.List => AsList.SequenceEqual(other.AsList),
        ValueKind.Map => SameMap(AsMap, other.AsMap),
        ValueKind.Record => AsRecord.Equals(other.AsRecord),
        _ => Equals(_reference, other._reference),
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind switch
    {
        ValueKind.String => string.GetHashCode(AsString, StringComparison.Ordinal),
        ValueKind.Money => AsMoney.GetHashCode(),
        ValueKind.List => AsList.Count,
        ValueKind.Map => AsMap.Count,
        ValueKind.Bytes => AsBytes.Length,
        ValueKind.Record => AsRecord.GetHashCode(),
        ValueKind.Type or ValueKind.Error => _reference!.GetHashCode(),
        _ => HashCode.Combine(Kind, _bits, _extra),
    };

    /// <summary>Same kind and content; see <see cref="Equals(Value)"/>.</summary>
    public static bool operator ==(Value left, Value right) => left.Equals(right);

    /// <summary>Different kind or content; see <see cref="Equals(Value)"/>.</summary>
    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    /// <summary>The value as CEL or JSON would roughly write it; for messages and debugging only.</summary>
    public override string ToString() => ValueText.Write(this);

    private static ulong Magnitude(long bits) => bits < 0 ? unchecked((ulong)-bits) : (ulong)bits;

    private static bool SameMap(IReadOnlyDictionary<Value, Value> left, IReadOnlyDictionary<Value, Value> right) =>
        left.Count == right.Count && left.All(entry => right.TryGetValue(entry.Key, out var other) && entry.Value.Equals(other));
}
