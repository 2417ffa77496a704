using System.Buffers;
using System.Text.Json;
using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Model.Verdicts;

namespace Triggers.Runtime.Contracts;

/// <summary>How all outbound JSON is written: UTF-8 without white space, names in camelCase, times in RFC 3339 UTC with milliseconds, absent fields left out.</summary>
internal static class ContractJson
{
    private const int ShortText = 128;

    private static readonly JsonWriterOptions Options = new() { Encoder = new ContractEncoder() };

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json)? _writer;

    /// <summary>One object.</summary>
    internal static byte[] Write<T>(T item, Action<Utf8JsonWriter, T> fields) => Line(item, fields)[..^1].ToArray();

    /// <summary>One object and a line end; valid until the thread writes the next: a run may write millions of lines.</summary>
    internal static ReadOnlySpan<byte> Line<T>(T item, Action<Utf8JsonWriter, T> fields)
    {
        var (buffer, json) = _writer ?? NewWriter();
        _writer = null;
        buffer.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        fields(json, item);
        json.WriteEndObject();
        json.Flush();
        buffer.Write("\n"u8);
        _writer = (buffer, json);
        return buffer.WrittenSpan;
    }

    /// <summary>A field that is left out when it is null.</summary>
    internal static void WriteOptional(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>What a gate saw, left out when it is nothing.</summary>
    internal static void WriteOptional(this Utf8JsonWriter json, string name, GateText value)
    {
        if (value.IsNothing)
        {
            return;
        }

        Span<char> text = stackalloc char[ShortText];
        if (value.TryFormat(text, out var length))
        {
            json.WriteString(name, text[..length]);
        }
        else
        {
            json.WriteString(name, value.ToString());
        }
    }

    /// <summary>An instant that is left out when it is null.</summary>
    internal static void WriteOptional(this Utf8JsonWriter json, string name, Timestamp? value)
    {
        if (value is { } time)
        {
            json.WriteTime(name, time);
        }
    }

    /// <summary>A list of texts that is left out when it is empty.</summary>
    internal static void WriteOptional(this Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>Whom it is about.</summary>
    internal static void WriteCustomer(this Utf8JsonWriter json, CustomerKey customer)
    {
        Span<byte> text = stackalloc byte[CustomerKey.TextLength];
        customer.WriteText(text);
        json.WriteString("customer", text);
    }

    /// <summary>The customer as the source knows it.</summary>
    internal static void WriteIdentifier(this Utf8JsonWriter json, Identifier identifier)
    {
        Span<char> text = stackalloc char[ShortText];
        if (text.TryWrite($"{identifier.Kind}:{identifier.Value}", out var length))
        {
            json.WriteString("identifier", text[..length]);
        }
        else
        {
            json.WriteString("identifier", identifier.ToString());
        }
    }

    /// <summary>An instant.</summary>
    internal static void WriteTime(this Utf8JsonWriter json, string name, Timestamp value)
    {
        Span<char> text = stackalloc char[Timestamp.LongestText];
        value.TryFormat(text, out var length, default, null);
        json.WriteString(name, text[..length]);
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json) NewWriter()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        return (buffer, new Utf8JsonWriter(buffer, Options));
    }
}
