namespace Triggers.Language.Workspaces.Definitions;

/// <summary>Keys of <c>traits.yaml</c>.</summary>
internal static class TraitsDefinition
{
    private static readonly string[] Counted = ["count", "sum", "min", "max", "average", "distinct", "top", "last"];
    private static readonly string[] Observed = [.. Counted, "latest", "first"];
    private static readonly string[] Visited = ["visits", "dwell", "path_length"];
    private static readonly Shape OneEventOrMore = new EitherShape([Scalars.EventName, new ListShape(Scalars.EventName)]);

    /// <summary>The keys that say what kind of trait it is.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Observed, .. Visited, "predict", "of"];

    public static ObjectDefinition Trait { get; } = new("trait", "a trait", "Something computed about a customer, kept up to date by each event.",
    [
        new("label", Scalars.Text, "For people."),
        new("count", Scalars.EventName, "How many of this event."),
        new("sum", Scalars.EventField, "The field's sum."),
        new("min", Scalars.EventField, "The field's smallest value."),
        new("max", Scalars.EventField, "The field's greatest value."),
        new("average", Scalars.EventField, "The field's average."),
        new("distinct", Scalars.EventField, "How many different values of the field."),
        new("latest", Scalars.EventField, "The field in the newest event that has it."),
        new("first", Scalars.EventField, "The field in the oldest event that has it."),
        new("top", Scalars.EventField, "The most frequent values of the field, most frequent first."),
        new("last", Scalars.EventField, "The newest values of the field, newest first."),
        new("visits", OneEventOrMore, "How many visits: a visit is a stretch of these events without a long pause."),
        new("dwell", OneEventOrMore, "How long the newest visit lasted, from its first event to its last."),
        new("path_length", OneEventOrMore, "How many events the newest visit had."),
        new("predict", Scalars.EventName, "When the next event of this type is expected."),
        new("of", Scalars.EventName, "The event that the model is about."),
        new("model", Scalars.Name, "The model that computes it: repurchase for predict, pareto-nbd for of.") { OnlyWith = ["predict", "of"] },
        new("n", Scalars.Whole(1, 64), "How many values are kept.") { OnlyWith = ["top", "last"] },
        new("in", Scalars.Duration, "Only events of this time back; left out: for ever.") { OnlyWith = [.. Observed, "visits"] },
        new("gap", Scalars.Duration, "A longer pause ends the visit; left out: 30m.") { OnlyWith = Visited },
        new(
            "by",
            Scalars.Expression,
            "One value for each value of this: event.sku.") { OnlyWith = ["count", "sum", "min", "max", "average", "latest", "first"] },
        new("where", Scalars.Expression, "Only events for which this holds.") { OnlyWith = Observed },
    ]) { ExactlyOne = Kinds };

    public static ObjectDefinition Root { get; } = new("traits", "the traits", "Computed attributes of a customer: conditions see them as customer.NAME.",
    [
        new("traits", new MapShape(Scalars.Identifier, Trait), "The traits by name.") { IsRequired = true },
    ]);
}
