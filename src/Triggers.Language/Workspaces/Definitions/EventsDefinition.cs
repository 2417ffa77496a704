namespace Triggers.Language.Workspaces.Definitions;

/// <summary>Keys of <c>events.yaml</c>.</summary>
internal static class EventsDefinition
{
    public static ObjectDefinition Event { get; } = new("event", "an event", "An event type.",
    [
        new("label", Scalars.Text, "For people: what has happened when this event comes."),
        new("from", Scalars.Topic, "The topic (or file) that it comes from.") { IsRequired = true },
        new("fields", new MapShape(Scalars.Identifier, Scalars.FieldType), "What it says: names and types. A type that ends with ? may be absent."),
        new("lateness", Scalars.Duration, "How late it may come and still count; left out: it is never too late."),
    ]);

    public static ObjectDefinition TypeField { get; } = new("mapping.type", "the type of an event", "Where the type of an event stands.",
    [
        new("field", Scalars.Text, "Field of the source that tells the type."),
        new(
            "names",
            new MapShape(Scalars.Text, Scalars.EventName),
            "What the field says, and which event that is; `C*` is all that begins with C. Left out: it says the event's name.") { OnlyWith = ["field"] },
        new("always", Scalars.EventName, "Every record is this event."),
    ]) { ExactlyOne = ["field", "always"] };

    public static ObjectDefinition TimeField { get; } = new("mapping.time", "the time of an event", "Where the time of an event stands.",
    [
        new("field", Scalars.Text, "Field of the source that tells when it happened.") { IsRequired = true },
        new("format", Scalars.Text, "How the time is written (.NET custom format); left out: RFC 3339, or milliseconds since 1970."),
        new("zone", Scalars.Zone, "Zone of times that name none; left out: the workspace's."),
    ]);

    public static ObjectDefinition Grouping { get; } = new("mapping.group", "a grouping of rows", "Several rows are one event.",
    [
        new("by", Scalars.Text, "Rows with the same value of this field belong together.") { IsRequired = true },
        new("within", Scalars.Duration, "How long after the first a row may come, by the rows' own times.") { IsRequired = true },
        new("rows", Scalars.Identifier, "Field of the event, a list of records, that gets one record a row; left out: rows are not kept."),
        new(
            "sums",
            new MapShape(Scalars.Identifier, Scalars.Expression),
            "Fields of the event and what is added up for them, from row: row.quantity * row.price.") { OnlyWith = ["rows"] },
    ]);

    public static ObjectDefinition Mapping { get; } = new("mapping", "a mapping", "How records of one topic become events.",
    [
        new("format", Scalars.Choice("cloudevents", "json", "csv"), "How records are written: CloudEvents (default), plain JSON, or CSV with a header line."),
        new("id", Scalars.Text, "Field with the unique id of the event, or row: every record is an event of its own."),
        new("type", new EitherShape([Scalars.Text, TypeField]), "Field with the event type."),
        new("time", new EitherShape([Scalars.Text, TimeField]), "Field with the time of the event."),
        new("customer", new MapShape(Scalars.Name, Scalars.Text), "Whose event it is: kind of identifier and its field; the first that is present wins."),
        new("fields", new MapShape(Scalars.Identifier, Scalars.Text), "Event field (or field of its rows) and source field, where the names differ."),
        new("group", Grouping, "Several rows are one event. In files only."),
    ]);

    public static ObjectDefinition Root { get; } = new("events", "the event catalogue", "The events that happen to customers, and where they come from.",
    [
        new(
            "types",
            new MapShape(Scalars.Identifier, new MapShape(Scalars.Identifier, Scalars.FieldType)),
            "Records that fields may hold, such as the item of an order."),
        new("events", new MapShape(Scalars.EventName, Event) { MustHaveOne = true }, "The event types by name.") { IsRequired = true },
        new("mapping", new MapShape(Scalars.Topic, Mapping), "How records become events, by topic; left out: they are CloudEvents."),
    ]);
}
