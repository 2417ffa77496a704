namespace Triggers.Language.Workspaces.Definitions;

/// <summary>Keys of an offer in <c>offers/*.yaml</c>.</summary>
internal static class OfferDefinition
{
    /// <summary>Channel → locale → part (title, body, link …) → template.</summary>
    private static readonly MapShape Content = new(Scalars.Name, new MapShape(Scalars.Locale, new MapShape(Scalars.Identifier, Scalars.Text)));

    public static ObjectDefinition Valid { get; } = new("offer.valid", "the days of an offer", "From the first to the last day, in the workspace's zone.",
    [
        new("from", Scalars.Date, "First day."),
        new("to", Scalars.Date, "Last day."),
    ]);

    public static ObjectDefinition Limit { get; } = new("offer.limit", "a limit of an offer", "How often the offer is made.",
    [
        new("per_customer", Scalars.Whole(1, 1_000_000), "To one customer."),
        new("total", Scalars.Whole(1, 1_000_000_000), "To all together."),
        new("in", Scalars.Duration, "In any such time; left out: ever.") { OnlyWith = ["per_customer"] },
    ]);

    public static ObjectDefinition Variant { get; } = new("offer.variant", "a variant", "One of several forms of an offer; a customer always gets the same.",
    [
        new("weight", Scalars.Whole(0, 1_000), "Its share against the other variants; left out: 1."),
        new("content", Content, "Its content where it differs: channel, locale, part, text."),
    ]);

    public static ObjectDefinition Budget { get; } = new("budget", "a budget", "What an offer may cost; it is never overrun.",
    [
        new("amount", Scalars.Amount, "Money: 5000 EUR.") { IsRequired = true },
        new("each", Scalars.Amount, "What one message is booked with: 5 EUR.") { IsRequired = true },
        new("per", Scalars.Choice("day", "week", "month", "campaign"), "The period; left out: the whole life of the offer."),
    ]);

    public static ObjectDefinition Codes { get; } = new("offer.codes", "codes", "Codes that are given out once each.",
    [
        new("pool", Scalars.Name, "The pool that they are drawn from.") { IsRequired = true },
    ]);

    public static ObjectDefinition Root { get; } = new("offer", "an offer", "Something that triggers can send.",
    [
        new("offer", Scalars.Name, "Name of the offer, unique in the workspace.") { IsRequired = true },
        new("label", Scalars.Text, "For people: what the customer gets.") { IsRequired = true },
        new("eligible", Scalars.Expression, "Who may get it: a condition over customer and event."),
        new("score", Scalars.Expression, "Value of the offer against others; the greatest wins."),
        new("valid", Valid, "When it may be made."),
        new("limit", Limit, "How often it may be made."),
        new("budget", Budget, "What it may cost."),
        new("codes", Codes, "Codes that are given out once each."),
        new("content", Content, "The text: channel, locale, part, template."),
        new("variants", new MapShape(Scalars.Name, Variant), "Several forms of the offer by name."),
    ]);
}
