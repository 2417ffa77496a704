using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Triggers.Engine.Intake;
using Triggers.Model.Values;
using Triggers.Runtime.Ingest.Times;

namespace Triggers.Runtime.Ingest.Fields;

/// <summary>Reads one scalar by the type the catalogue declares. JSON is taken strictly (a string is no number); a CSV cell is whatever its type says. Not thread-safe.</summary>
internal sealed class ScalarReader(string currency, Utf8Pool pool)
{
    private const int LongestShown = 60;

    private byte[] _discarded = new byte[256];

    /// <summary>The workspace's currency.</summary>
    public string Currency { get; } = currency;

    /// <summary>False: values are checked but not made; what is given instead says only that there is one.</summary>
    public bool KeepsValues { get; set; } = true;

    /// <summary>True: texts are known to be UTF-8.</summary>
    public bool TakesUtf8 { get; set; }

    /// <summary>After a failure: the value and what is needed, to follow "Field x ".</summary>
    public string Problem { get; private set; } = "";

    /// <summary>Reads a scalar; false with <see cref="Problem"/>.</summary>
    /// <param name="form">Cell, text without escapes, number, true or false.</param>
    /// <param name="text">Its bytes, without quotes.</param>
    /// <param name="type">A scalar type.</param>
    /// <param name="value">The value.</param>
    public bool TryRead(RawForm form, ReadOnlySpan<byte> text, DataType type, out Value value) => type.Kind switch
    {
        DataTypeKind.String => TryString(form, text, out value),
        DataTypeKind.Int => TryInt(form, text, out value),
        DataTypeKind.Money => TryMoney(form, text, out value),
        DataTypeKind.Bool => TryBool(form, text, out value),
        DataTypeKind.Double => TryDouble(form, text, out value),
        DataTypeKind.UInt => TryUInt(form, text, out value),
        DataTypeKind.Timestamp => TryTimestamp(form, text, out value),
        DataTypeKind.Duration => TryDuration(form, text, out value),
        DataTypeKind.Bytes => TryBytes(form, text, out value),
        _ => Fail(form, text, TypePhrase.Of(type), out value),
    };

    /// <summary>Says that a value cannot be taken; always false.</summary>
    public bool Fail(RawForm form, ReadOnlySpan<byte> text, string needed, out Value value)
    {
        value = default;
        Problem = $"is {Show(form, text)}: {needed} is needed.";
        return false;
    }

    /// <summary>Says what is wrong in its own words; always false.</summary>
    public bool Fail(string problem, out Value value)
    {
        value = default;
        Problem = problem;
        return false;
    }

    /// <summary>An amount with a written currency; only the workspace's own has a rate.</summary>
    public bool TryAmount(ReadOnlySpan<byte> amount, ReadOnlySpan<byte> currency, out Value value)
    {
        if (currency.IsEmpty && ShortDecimal.TryParse(amount, out var mantissa, out var scale))
        {
            value = Value.OfMoney(mantissa, scale, Currency);
            return true;
        }

        if (!ExactDecimal.TryParse(amount, out var number))
        {
            return Fail(RawForm.Cell, amount, $"{TypePhrase.Of(DataType.Money)}, exact to 18 digits,", out value);
        }

        if (currency.IsEmpty || Ascii.Equals(currency, Currency))
        {
            value = Value.Of(new Money(number, Currency));
            return true;
        }

        var name = Encoding.UTF8.GetString(currency);
        return Fail($"is {Encoding.UTF8.GetString(amount)} {Cut(name)}: there is no rate for {Cut(name)}; amounts must be in {Currency}.", out value);
    }

    private static string Show(RawForm form, ReadOnlySpan<byte> text)
    {
        var shown = Cut(Encoding.UTF8.GetString(text));
        return form is RawForm.Text or RawForm.Cell or RawForm.EscapedText ? $"\"{shown}\"" : form switch
        {
            RawForm.True => "true",
            RawForm.False => "false",
            _ => shown,
        };
    }

    private static string Cut(string text) => text.Length <= LongestShown ? text : string.Concat(text.AsSpan(0, LongestShown), "…");

    private bool TryString(RawForm form, ReadOnlySpan<byte> text, out Value value)
    {
        if (form is not (RawForm.Text or RawForm.Cell))
        {
            return Fail(form, text, TypePhrase.Of(DataType.String), out value);
        }

        if (!KeepsValues && (TakesUtf8 || System.Text.Unicode.Utf8.IsValid(text)))
        {
            value = Value.True;
            return true;
        }

        if (!pool.TryGet(text, out var read))
        {
            return Fail("is not valid UTF-8; write the file or record in UTF-8.", out value);
        }

        value = Value.Of(read);
        return true;
    }

    private bool TryInt(RawForm form, ReadOnlySpan<byte> text, out Value value)
    {
        if (form is RawForm.Number or RawForm.Cell && Utf8Parser.TryParse(text, out long number, out var used) && used == text.Length)
        {
            value = Value.Of(number);
            return true;
        }

        return Fail(form, text, IsWhole(text) ? $"a whole number from {long.MinValue} to {long.MaxValue}" : TypePhrase.Of(DataType.Int), out value);
    }

    /// <summary>True for digits, perhaps after a minus: a number of any size.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> text)
    {
        var digits = text.StartsWith("-"u8) ? text[1..] : text;
        return !digits.IsEmpty && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }

    private bool TryUInt(RawForm form, ReadOnlySpan<byte> text, out Value value)
    {
        if (form is RawForm.Number or RawForm.Cell && Utf8Parser.TryParse(text, out ulong number, out var used) && used == text.Length)
        {
            value = Value.Of(number);
            return true;
        }

        return Fail(form, text, TypePhrase.Of(DataType.UInt), out value);
    }

    private bool TryDouble(RawForm form, ReadOnlySpan<byte> text, out Value value)
    {
        if (form is RawForm.Number or RawForm.Cell && ShortDouble.TryParse(text, out var exact))
        {
            value = Value.Of(exact);
            return true;
        }

        if (form is RawForm.Number or RawForm.Cell &&
            double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) &&
            double.IsFinite(number))
        {
            value = Value.Of(number);
            return true;
        }

        return Fail(form, text, TypePhrase.Of(DataType.Double), out value);
    }

    private bool TryBool(RawForm form, ReadOnlySpan<byte> text, out Value value)
    {
        if (form is RawForm.True or RawForm.False)
        {
            value = Value.Of(form == RawForm.True);
            return true;
        }

        if (form == RawForm.Cell && (Ascii.EqualsIgnoreCase(text, "true"u8) || Ascii.EqualsIgnoreCase(text, "false"u8)))
        {
            value = Value.Of(text.Length == 4);
            return true;
        }

        return Fail(form, text, TypePhrase.Of(DataType.Bool), out value);
    }

    private bool TryMoney(RawForm form, ReadOnlySpan<byte> text, out Value value)
    {
        if (form is not (RawForm.Number or RawForm.Cell or RawForm.Text))
        {
            return Fail(form, text, TypePhrase.Of(DataType.Money), out value);
        }

        var space = form == RawForm.Number ? -1 : text.LastIndexOf((byte)' ');
        return space < 0 ? TryAmount(text, default, out value) : TryAmount(text[..space], text[(space + 1)..], out value);
    }

    private bool TryTimestamp(RawForm form, ReadOnlySpan<byte> text, out Value value)
    {
        const long latest = 253_402_300_799_999;
        if (form is RawForm.Number or RawForm.Cell && Utf8Parser.TryParse(text, out long milliseconds, out var used) && used == text.Length && Math.Abs(milliseconds) <= latest)
        {
            value = Value.Of(new Model.Time.Timestamp(milliseconds));
            return true;
        }

        if (form is RawForm.Text or RawForm.Cell && Rfc3339.TryParse(text, out var reading) && reading.OffsetSeconds is { } offset)
        {
            value = Value.OfTimestamp(reading.LocalSeconds - offset, reading.Nanoseconds);
            return true;
        }

        return Fail(form, text, TypePhrase.Of(DataType.Timestamp), out value);
    }

    private bool TryDuration(RawForm form, ReadOnlySpan<byte> text, out Value value)
    {
        if (form is RawForm.Text or RawForm.Cell && EventDuration.TryParse(text, out var seconds, out var nanoseconds))
        {
            value = Value.OfDuration(seconds, nanoseconds);
            return true;
        }

        return Fail(form, text, TypePhrase.Of(DataType.Duration), out value);
    }

    private bool TryBytes(RawForm form, ReadOnlySpan<byte> text, out Value value)
    {
        var length = Base64.GetMaxDecodedFromUtf8Length(text.Length);
        var bytes = KeepsValues ? new byte[length] : Discarded(length);
        if (form is RawForm.Text or RawForm.Cell && Base64.DecodeFromUtf8(text, bytes, out _, out var written) == System.Buffers.OperationStatus.Done)
        {
            value = KeepsValues ? Value.Of(bytes[..written]) : Value.True;
            return true;
        }

        return Fail(form, text, TypePhrase.Of(DataType.Bytes), out value);
    }

    /// <summary>Room for bytes that nobody wants.</summary>
    private byte[] Discarded(int length) => _discarded.Length >= length ? _discarded : _discarded = new byte[length * 2];
}
