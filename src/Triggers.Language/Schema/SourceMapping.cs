namespace Triggers.Language.Schema;

/// <summary>
/// How the records of one source topic become events. In <c>events.yaml</c>:
/// <code>
/// mapping:
///   clicks:
///     format: csv                      # cloudevents (default) | json | csv
///     id: row                          # a field's name, or `row`: topic, partition and offset (file and row)
///     type: event_type                 # a field's name, or { field: NAME, names: { view: product.viewed, "C*": … } }, or { always: product.viewed }
///     time: event_time                 # a field's name, or { field: NAME, format: "yyyy-MM-dd HH:mm:ss 'UTC'", zone: Europe/London }
///     customer: { user: user_id }      # kind: field's name; the first that is present wins
///     fields: { product: product_id }  # event field: source field; not named: the same name
/// </code>
/// </summary>
/// <param name="Topic">The source topic.</param>
/// <param name="Format">How records are written.</param>
/// <param name="IdField">Field of the event id; null: made of topic, partition and offset (or file row).</param>
/// <param name="TypeField">Field of the event type; null with <paramref name="AlwaysType"/>.</param>
/// <param name="TypeNames">
/// Value of the type field → event type; empty: the value is the event type's name. A value that ends with <see cref="AnyRest"/> stands for all that begin so; whole values go
/// first, then the longest beginning. Values that are not in it (and are no event type) are dead letters.
/// </param>
/// <param name="AlwaysType">Every record is of this type; else null.</param>
/// <param name="TimeField">Field of the event time.</param>
/// <param name="TimeFormat">.NET format of the time text; null: RFC 3339, or a number of milliseconds since 1970.</param>
/// <param name="TimeZone">Zone of times without an offset (tz database name).</param>
/// <param name="Customer">Kind and field of each identifier, highest priority first.</param>
/// <param name="Fields">Event field → source field, where the names differ.</param>
public sealed record SourceMapping(
    string Topic,
    SourceFormat Format,
    string? IdField,
    string? TypeField,
    IReadOnlyDictionary<string, string> TypeNames,
    string? AlwaysType,
    string TimeField,
    string? TimeFormat,
    string TimeZone,
    IReadOnlyList<KeyValuePair<string, string>> Customer,
    IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>At the end of a value of the type field: whatever follows.</summary>
    public const char AnyRest = '*';

    /// <summary>How rows become one event; null: every record is an event of its own.</summary>
    public RowGrouping? Group { get; init; }
}
