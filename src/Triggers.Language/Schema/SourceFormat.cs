namespace Triggers.Language.Schema;

/// <summary>How the records of a source topic (or file) are written.</summary>
public enum SourceFormat
{
    /// <summary>CloudEvents 1.0: structured JSON, or binary mode in Kafka headers. The default.</summary>
    CloudEvents,

    /// <summary>One plain JSON object a record; the mapping names id, type, time and customer.</summary>
    Json,

    /// <summary>Comma-separated values with a header line (files only); the mapping names id, type, time and customer.</summary>
    Csv,
}
