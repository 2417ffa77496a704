using System.Text;
using Triggers.Language.Schema;
using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Runtime.Ingest;
using Triggers.Runtime.Ports;

namespace Triggers.Tests.Ingest;

/// <summary>Decodes records in tests and shows what came of them as one text.</summary>
internal sealed class Decoding(EventCatalogue catalogue)
{
    private readonly SourceDecoder _decoder = new(catalogue, KeySecret.ForFiles);

    /// <summary>The event, or the reason after <c>dead:</c>, of a record at topic/3/77 appended at 2026-01-01T12:00Z.</summary>
    public string Decode(string topic, string body, params (string Name, string Value)[] headers) => Decode(topic, Encoding.UTF8.GetBytes(body), headers);

    /// <summary>The same of bytes.</summary>
    public string Decode(string topic, byte[] body, params (string Name, string Value)[] headers)
    {
        var record = new SourceRecord(
            topic, 3, 77, new Timestamp(1767268800000), null, body, [.. headers.Select(h => new KeyValuePair<string, string>(h.Name, h.Value))]);
        return _decoder.Decode(record) == DecodedKind.Dead ? $"dead: {_decoder.Reason}" : $"{_decoder.Event.Identifier} {_decoder.Event}";
    }
}
