namespace Triggers.Language.Workspaces.Definitions;

/// <summary>Keys of <c>policies.yaml</c>.</summary>
internal static class PoliciesDefinition
{
    private static readonly ListShape NameList = new(Scalars.Name);

    public static ObjectDefinition Consent { get; } = new("consent", "a consent event", "An event by which customers give or withdraw consent.",
    [
        new("event", Scalars.EventName, "The event.") { IsRequired = true },
        new("given", Scalars.Expression, "Whether it is given (true) or withdrawn (false): event.given.") { IsRequired = true },
        new("channel", Scalars.Expression, "For which channel: event.channel. Left out: for all."),
        new("purpose", Scalars.Expression, "For which purpose: event.topic. Left out: for all."),
    ]);

    public static ObjectDefinition Complaints { get; } = new("complaints", "complaints", "While a complaint of the customer is open, messages are stopped.",
    [
        new("opened", Scalars.EventName, "The event that opens one.") { IsRequired = true },
        new("closed", Scalars.EventName, "The event that closes it.") { IsRequired = true },
        new("stops", NameList, "Purposes that are stopped; left out: all messages that count toward caps and are not mandatory."),
    ]);

    public static ObjectDefinition Deferral { get; } = new("cap.then", "a deferral", "Held until the cap has room again, then judged anew.",
    [
        new("defer", Scalars.Duration, "At most so long.") { IsRequired = true },
    ]);

    public static ObjectDefinition Cap { get; } = new("cap", "a cap", "At most so many messages to one customer.",
    [
        new("label", Scalars.Text, "For people."),
        new("channels", NameList, "Messages on these channels; left out: on all."),
        new("purposes", NameList, "Messages of these purposes; left out: of all."),
        new("tags", NameList, "Messages with one of these tags; left out: all."),
        new("at_most", Scalars.Whole(1, 1_000), "So many.") { IsRequired = true },
        new("in", Scalars.Duration, "In any such time."),
        new("per", ChannelsDefinition.Period, "In a calendar day, week or month of the customer."),
        new(
            "then",
            new EitherShape([Scalars.Choice("drop", "next-channel") with { Meant = word => word == "defer" ? "{ defer: 2d }" : null }, Deferral]),
            "What happens to one more: drop (default), next-channel, or defer with the longest time that it is held."),
    ]) { ExactlyOne = ["in", "per"] };

    public static ObjectDefinition Group { get; } = new("group", "an exclusivity group", "Of triggers that compete, one goes through.",
    [
        new("label", Scalars.Text, "For people."),
        new("triggers", NameList, "The triggers that compete.") { IsRequired = true },
        new("for", Scalars.Duration, "How long the others are refused then; left out: only messages of one moment compete."),
    ]);

    public static ObjectDefinition HoldOut { get; } = new("hold_out", "a hold-out", "Customers who get nothing, to compare with.",
    [
        new("percent", Scalars.Whole(1, 50), "How many of a hundred.") { IsRequired = true },
        new("salt", Scalars.Name, "Another salt chooses other customers."),
    ]);

    public static ObjectDefinition SharedBudget { get; } = new("shared_budget", "a shared budget", "What several triggers or offers may cost together; it is never overrun.",
    [
        new("label", Scalars.Text, "For people."),
        new("amount", Scalars.Amount, "Money: 5000 EUR. Each message is booked with the cost of its offer."),
        new("count", Scalars.Whole(1, 1_000_000_000), "Number of messages."),
        new("per", ChannelsDefinition.Period, "New in each calendar day, week or month of the workspace; left out: once for ever."),
        new("triggers", NameList, "Triggers whose messages it pays."),
        new("offers", NameList, "Offers that it pays, whichever trigger sends them."),
    ]) { ExactlyOne = ["amount", "count"] };

    public static ObjectDefinition Root { get; } = new("policies", "the policies", "What holds for all triggers together.",
    [
        new("collect", Scalars.Duration, "How long candidates of a customer are collected before one is chosen."),
        new("consent", new ListShape(Consent), "How customers give and withdraw consent."),
        new("complaints", Complaints, "What an open complaint stops."),
        new("caps", new ListShape(Cap), "At most so many messages to one customer; all caps hold together."),
        new("groups", new MapShape(Scalars.Name, Group), "Exclusivity groups by name."),
        new("budgets", new MapShape(Scalars.Name, SharedBudget), "Budgets of several triggers or offers, by name."),
        new("hold_out", HoldOut, "Customers who get nothing, to compare with."),
        new("quiet_hours", ChannelsDefinition.QuietHours, "On all channels that say nothing else."),
    ]);
}
