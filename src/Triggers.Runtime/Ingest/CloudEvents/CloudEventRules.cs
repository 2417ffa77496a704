using System.Buffers;
using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Triggers.Runtime.Ingest.Fields;

namespace Triggers.Runtime.Ingest.CloudEvents;

/// <summary>What the CloudEvents specification 1.0.2 demands of an envelope. Each check gives one sentence, or null when all is well.</summary>
internal static class CloudEventRules
{
    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789"u8);

    /// <summary>True for names of attributes: lower-case letters and digits only.</summary>
    public static bool IsName(ReadOnlySpan<byte> name) => !name.IsEmpty && name.IndexOfAnyExcept(NameBytes) < 0;

    /// <summary>Name and JSON type of one attribute of a structured event: a text; of extensions also true, false or a whole number of 32 bits.</summary>
    public static string? CheckAttribute(ReadOnlySpan<byte> name, bool core, RawField place, ReadOnlySpan<byte> body)
    {
        if (!IsName(name) && !name.SequenceEqual("data_base64"u8))
        {
            return $"Attribute `{Encoding.UTF8.GetString(name)}` is no CloudEvents attribute: names have lower-case letters and digits only.";
        }

        var fits = place.Form switch
        {
            RawForm.Text or RawForm.EscapedText or RawForm.Null => true,
            RawForm.True or RawForm.False => !core,
            RawForm.Number => !core && Utf8Parser.TryParse(body.Slice(place.Start, place.Length), out int _, out var used) && used == place.Length,
            _ => false,
        };
        return fits ? null : $"Attribute `{Encoding.UTF8.GetString(name)}` must be a text{(core ? "" : ", true, false or a whole number of 32 bits")}.";
    }

    /// <summary>The core attributes together.</summary>
    public static string? Check(CloudEventEnvelope envelope, in RawFields attributes)
    {
        if (attributes[envelope.SpecVersion].Form is RawForm.Missing or RawForm.Null)
        {
            return "The record is no CloudEvent: it has neither the attribute `specversion` nor the header `ce_specversion`.";
        }

        var version = Text(attributes, envelope.SpecVersion);
        if (version != "1.0")
        {
            return $"Attribute `specversion` is \"{version}\": only CloudEvents 1.0 can be read.";
        }

        foreach (var slot in (ReadOnlySpan<int>)[envelope.Id, envelope.Source, envelope.Type])
        {
            if (Text(attributes, slot).Length == 0)
            {
                return $"Attribute `{envelope.NameOf(slot)}` is missing or empty: every CloudEvent needs it.";
            }
        }

        foreach (var slot in (ReadOnlySpan<int>)[envelope.Time, envelope.Subject, envelope.DataContentType, envelope.DataSchema])
        {
            if (attributes[slot] is { Form: RawForm.Text, Length: 0 })
            {
                return $"Attribute `{envelope.NameOf(slot)}` is empty: leave it out instead.";
            }
        }

        if (envelope.ContentType.Length > 0 && !MediaTypeHeaderValue.TryParse(envelope.ContentType, out _))
        {
            return $"Attribute `datacontenttype` is \"{envelope.ContentType}\": a media type like application/json is needed.";
        }

        var both = envelope.Data.Form != RawForm.Missing && envelope.EncodedData.Form is not (RawForm.Missing or RawForm.Null);
        return both ? "The event has both `data` and `data_base64`: it may have one of them." : null;
    }

    /// <summary>An attribute as text; empty when it is missing.</summary>
    public static string Text(in RawFields attributes, int slot) => attributes[slot] switch
    {
        { Form: RawForm.Text } plain => Encoding.UTF8.GetString(attributes.Bytes(plain)),
        { Form: RawForm.EscapedText } escaped => JsonSerializer.Deserialize<string>(attributes.Bytes(escaped)) ?? "",
        _ => "",
    };
}
