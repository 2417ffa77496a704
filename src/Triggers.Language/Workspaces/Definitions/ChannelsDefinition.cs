namespace Triggers.Language.Workspaces.Definitions;

/// <summary>Keys of <c>channels.yaml</c>.</summary>
internal static class ChannelsDefinition
{
    public static ObjectDefinition QuietHours { get; } = new("quiet_hours", "quiet hours", "No message is delivered between these times of the customer's day.",
    [
        new("from", Scalars.TimeOfDay, "They begin.") { IsRequired = true },
        new("to", Scalars.TimeOfDay, "They end, perhaps on the next day.") { IsRequired = true },
    ]);

    public static ObjectDefinition Limits { get; } = new("channel.limits", "limits of content", "Longest parts of a message in characters.",
    [
        new("title", Scalars.Whole(1, 100_000), "Longest title."),
        new("body", Scalars.Whole(1, 100_000), "Longest body."),
    ]);

    public static ObjectDefinition Reply { get; } = new("channel.reply", "a reply window", "The channel is open only for a while after the customer's own message.",
    [
        new("to", Scalars.EventName, "The event that is the customer's message.") { IsRequired = true },
        new("within", Scalars.Duration, "How long it stays open.") { IsRequired = true },
        new("at_most", Scalars.Whole(1, 1_000), "Most messages in that time."),
    ]);

    public static ObjectDefinition Channel { get; } = new("channel", "a channel", "A way to reach customers: an outbound topic that a channel service reads.",
    [
        new("label", Scalars.Text, "For people."),
        new("topic", Scalars.Topic, "The outbound topic; left out: outbound.NAME."),
        new(
            "address",
            Scalars.Expression,
            "Where to deliver, from customer: customer.email. Absent or empty: the customer cannot be reached here.") { IsRequired = true },
        new("consent", Scalars.Choice("asked", "assumed"), "When nothing is known: asked means no (default), assumed means yes."),
        new("limits", Limits, "Longest parts of a message."),
        new("quiet_hours", QuietHours, "When nothing is delivered."),
        new("reply", Reply, "Open only after the customer's own message."),
    ]);

    public static ObjectDefinition Root { get; } = new("channels", "the channels", "The outbound channels.",
    [
        new("channels", new MapShape(Scalars.Name, Channel), "The channels by name.") { IsRequired = true },
    ]);
}
