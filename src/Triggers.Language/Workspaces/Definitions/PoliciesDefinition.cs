namespace Triggers.Language.Workspaces.Definitions;

/// <summary>Keys of <c>policies.yaml</c>.</summary>
internal static class PoliciesDefinition
{
    public static ObjectDefinition Cap { get; } = new("cap", "a cap", "At most so many messages to one customer.",
    [
        new("label", Scalars.Text, "For people."),
        new("channels", new ListShape(Scalars.Name), "Messages on these channels; left out: on all."),
        new("purposes", new ListShape(Scalars.Name), "Messages of these purposes; left out: of all."),
        new("at_most", Scalars.Whole(1, 1_000), "So many.") { IsRequired = true },
        new("in", Scalars.Duration, "In any such time."),
        new("per", Scalars.Choice("day", "week", "month"), "In a calendar day, week or month of the customer."),
        new("then", Scalars.Choice("drop", "defer", "next-channel"), "What happens to one more: drop (default), defer, or the next channel."),
    ]) { ExactlyOne = ["in", "per"] };

    public static ObjectDefinition Group { get; } = new("group", "an exclusivity group", "Of triggers that compete, one goes through.",
    [
        new("label", Scalars.Text, "For people."),
        new("triggers", new ListShape(Scalars.Name), "The triggers that compete.") { IsRequired = true },
    ]);

    public static ObjectDefinition HoldOut { get; } = new("hold_out", "a hold-out", "Customers who get nothing, to compare with.",
    [
        new("percent", Scalars.Whole(1, 50), "How many of a hundred.") { IsRequired = true },
        new("salt", Scalars.Name, "Another salt chooses other customers."),
    ]);

    public static ObjectDefinition Root { get; } = new("policies", "the policies", "What holds for all triggers together.",
    [
        new("collect", Scalars.Duration, "How long candidates of a customer are collected before one is chosen."),
        new("caps", new ListShape(Cap), "At most so many messages to one customer; all caps hold together."),
        new("groups", new MapShape(Scalars.Name, Group), "Exclusivity groups by name."),
        new("hold_out", HoldOut, "Customers who get nothing, to compare with."),
        new("quiet_hours", ChannelsDefinition.QuietHours, "On all channels that say nothing else."),
    ]);
}
