using System.Text;
using System.Text.Json;
using Triggers.Runtime.Ingest.Fields;

namespace Triggers.Runtime.Ingest.CloudEvents;

/// <summary>
/// The envelope of one CloudEvent after another (specification 1.0.2): structured JSON (JSON event format) or Kafka's binary mode (Kafka protocol binding: <c>ce_</c>
/// headers). Not thread-safe.
/// </summary>
internal sealed class CloudEventEnvelope
{
    private const string HeaderPrefix = "ce_";

    private readonly SourceFieldNames _names = new();
    private readonly RawField[] _attributes;
    private byte[] _headerBytes = new byte[512];
    private bool _binary;

    /// <summary>An envelope that keeps, beside the core attributes, the extension attributes named.</summary>
    public CloudEventEnvelope(IEnumerable<string> extensions)
    {
        SpecVersion = _names.Add("specversion");
        Id = _names.Add("id");
        Source = _names.Add("source");
        Type = _names.Add("type");
        Time = _names.Add("time");
        Subject = _names.Add("subject");
        DataContentType = _names.Add("datacontenttype");
        DataSchema = _names.Add("dataschema");
        DataSlot = _names.Add("data");
        EncodedDataSlot = _names.Add("data_base64");
        Customer = _names.Add("customer");
        foreach (var name in extensions)
        {
            _names.Add(name);
        }

        _attributes = new RawField[_names.Names.Count];
    }

    public int SpecVersion { get; }

    public int Id { get; }

    public int Source { get; }

    public int Type { get; }

    public int Time { get; }

    public int Subject { get; }

    public int DataContentType { get; }

    public int DataSchema { get; }

    public int Customer { get; }

    /// <summary>Why, after a failure.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>Where the data stands in the body.</summary>
    public RawField Data { get; private set; }

    /// <summary>Where data in base64 stands in the body.</summary>
    public RawField EncodedData => _attributes[EncodedDataSlot];

    /// <summary>Content type of the data as written; empty when it says none.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>True when the data says it is JSON, or says nothing.</summary>
    public bool IsJson
    {
        get
        {
            var media = ContentType.Split(';')[0].Trim();
            return media.Length == 0 || media.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || media.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
        }
    }

    private int DataSlot { get; }

    private int EncodedDataSlot { get; }

    /// <summary>Slot of an attribute; -1 when it is not kept.</summary>
    public int SlotOf(string attribute)
    {
        var slot = _names.Find(Encoding.UTF8.GetBytes(attribute), int.MaxValue);
        return slot == DataSlot || slot == EncodedDataSlot ? -1 : slot;
    }

    /// <summary>Name of an attribute that is kept.</summary>
    public string NameOf(int slot) => _names.Names[slot];

    /// <summary>The attributes found by the last successful read.</summary>
    public RawFields Attributes(ReadOnlySpan<byte> body) => new(_binary ? _headerBytes : body, _attributes);

    /// <summary>Reads the envelope of one record in the mode that its headers or its body show; false with <see cref="Problem"/>.</summary>
    /// <exception cref="JsonException">A structured event is not JSON.</exception>
    public bool TryRead(ReadOnlySpan<byte> body, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        Array.Clear(_attributes);
        Data = default;
        var contentType = Header(headers, "content-type") ?? "";
        if (contentType.StartsWith("application/cloudevents-batch", StringComparison.OrdinalIgnoreCase))
        {
            return Fail("A batch of CloudEvents in one record cannot be read: send one event a record.");
        }

        _binary = !contentType.StartsWith("application/cloudevents", StringComparison.OrdinalIgnoreCase) && Header(headers, "ce_specversion") is not null;
        if (!(_binary ? TryHeaders(headers, contentType, body.Length) : TryStructured(body)))
        {
            return false;
        }

        ContentType = CloudEventRules.Text(Attributes(body), DataContentType);
        return CloudEventRules.Check(this, Attributes(body)) is not { } problem || Fail(problem);
    }

    private static string? Header(IReadOnlyList<KeyValuePair<string, string>> headers, string name)
    {
        for (var i = headers.Count - 1; i >= 0; i--)
        {
            if (headers[i].Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return headers[i].Value;
            }
        }

        return null;
    }

    private bool TryHeaders(IReadOnlyList<KeyValuePair<string, string>> headers, string contentType, int bodyLength)
    {
        var used = 0;
        Data = new(bodyLength == 0 ? RawForm.Missing : RawForm.Structure, 0, bodyLength);
        if (contentType.Length > 0)
        {
            _attributes[DataContentType] = Keep(contentType, ref used);
        }

        foreach (var (name, value) in headers)
        {
            if (!name.StartsWith(HeaderPrefix, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var attribute = name[HeaderPrefix.Length..].ToLowerInvariant();
            if (!CloudEventRules.IsName(Encoding.UTF8.GetBytes(attribute)))
            {
                return Fail($"Header `{name}` is no CloudEvents attribute: names have lower-case letters and digits only.");
            }

            var slot = SlotOf(attribute);
            if (slot >= 0)
            {
                _attributes[slot] = Keep(value, ref used);
            }
        }

        return true;
    }

    private RawField Keep(string value, ref int used)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        if (_headerBytes.Length < used + length)
        {
            Array.Resize(ref _headerBytes, (used + length) * 2);
        }

        Encoding.UTF8.GetBytes(value, _headerBytes.AsSpan(used));
        var kept = new RawField(RawForm.Text, used, length);
        used += length;
        return kept;
    }

    private bool TryStructured(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            reader.Read();
            return Fail("The record is no CloudEvent: it is no JSON object, and has no header `ce_specversion`.");
        }

        string? problem = null;
        for (var position = 0; reader.Read() && reader.TokenType != JsonTokenType.EndObject; position++)
        {
            var name = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
            var slot = _names.Find(name, position);
            reader.Read();
            var place = JsonFields.Place(ref reader);
            if (slot == DataSlot)
            {
                Data = place.Form == RawForm.Text ? new(RawForm.EscapedText, place.Start - 1, place.Length + 2) : place;
            }
            else
            {
                problem ??= CloudEventRules.CheckAttribute(name, slot is >= 0 && slot < Customer, place, body);
            }

            if (slot >= 0)
            {
                _attributes[slot] = place;
            }
        }

        reader.Read();
        return problem is null || Fail(problem);
    }

    private bool Fail(string problem)
    {
        Problem = problem;
        return false;
    }
}
