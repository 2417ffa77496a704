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

    public static ObjectDefinition Limit { get; } = new("offer.limit", "a limit of an offer", "How often one customer gets the offer.",
    [
        new("at_most", Scalars.Whole(1, 1_000), "So many times.") { IsRequired = true },
        new("in", Scalars.Duration, "In any such time; left out, and without `per`: ever."),
        new("per", ChannelsDefinition.Period, "In a calendar day, week or month of the customer."),
    ]);

    public static ObjectDefinition Variant { get; } = new("offer.variant", "a variant", "One of several forms of an offer; a customer always gets the same.",
    [
        new("weight", Scalars.Whole(0, 1_000), "Its share against the other variants; left out: 1."),
        new("content", Content, "Its content where it differs: channel, locale, part, text."),
    ]);

    public static ObjectDefinition Budget { get; } = new("budget", "a budget", "What it may cost, or how often it may be sent, for all customers together; it is never overrun.",
    [
        new("amount", Scalars.Amount, "Money: 5000 EUR. Each message is booked with the cost of its offer."),
        new("count", Scalars.Whole(1, 1_000_000_000), "Number of messages."),
        new("per", ChannelsDefinition.Period, "New in each calendar day, week or month of the workspace; left out: once for ever."),
    ]) { ExactlyOne = ["amount", "count"] };

    public static ObjectDefinition Codes { get; } = new("offer.codes", "codes", "Codes that are given out once each.",
    [
        new("pool", Scalars.Name, "The pool that they are drawn from; the content sees the code as {{ code }}.") { IsRequired = true },
    ]);

    public static ObjectDefinition Root { get; } = new("offer", "an offer", "Something that triggers can send.",
    [
        new("offer", Scalars.Name, "Name of the offer, unique in the workspace.") { IsRequired = true },
        new("label", Scalars.Text, "For people: what the customer gets.") { IsRequired = true },
        new("eligible", Scalars.Expression, "Who may get it: a condition over customer."),
        new("score", Scalars.Expression, "Its value against other offers of the trigger: a number, or a computation over customer. The greatest wins; left out: 0."),
        new("valid", Valid, "When it may be made."),
        new("limit", Limit, "How often one customer gets it."),
        new("cost", Scalars.Amount, "What one message costs at most: 5 EUR. Budgets are booked with it."),
        new("budget", Budget, "What it may cost."),
        new("codes", Codes, "Codes that are given out once each."),
        new("content", Content, "The text: channel, locale, part, template."),
        new("variants", new MapShape(Scalars.Name, Variant), "Several forms of the offer by name."),
    ]);
}
