using System.Text;
using Confluent.Kafka;

namespace Triggers.Servers.Serving;

/// <summary>Where a canonical event came from, as its headers say.</summary>
internal static class SourceOrigin
{
    /// <summary><c>partition/offset</c> in the source topic; null for records that are no events.</summary>
    internal static string? Of(ConsumeResult<string, string> record) =>
        Header(record, "source-partition") is { } partition ? $"{partition}/{Header(record, "source-offset")}" : null;

    private static string? Header(ConsumeResult<string, string> record, string name) =>
        record.Message.Headers.TryGetLastBytes(name, out var value) ? Encoding.UTF8.GetString(value) : null;
}
