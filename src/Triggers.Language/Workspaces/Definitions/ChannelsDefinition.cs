namespace Triggers.Language.Workspaces.Definitions;

/// <summary>Keys of <c>channels.yaml</c>.</summary>
internal static class ChannelsDefinition
{
    private static readonly ScalarShape Silence = Scalars.Choice("asked", "assumed");

    /// <summary>A stretch of the calendar.</summary>
    public static ScalarShape Period { get; } = Scalars.Choice("day", "week", "month");

    public static ObjectDefinition QuietHours { get; } = new("quiet_hours", "quiet hours", "No message is delivered between these times of the customer's day.",
    [
        new("from", Scalars.TimeOfDay, "They begin.") { IsRequired = true },
        new("to", Scalars.TimeOfDay, "They end, perhaps on the next day.") { IsRequired = true },
        new("spread", Scalars.Duration, "Messages that were held go out over so much time after the end; left out: all at once."),
    ]);

    public static ObjectDefinition Broadcasts { get; } = new("channel.broadcasts", "broadcasts", "What may go out while the reply window is closed.",
    [
        new("at_most", Scalars.Whole(1, 1_000), "So many to one customer.") { IsRequired = true },
        new("in", Scalars.Duration, "In any such time."),
        new("per", Period, "In a calendar day, week or month of the customer."),
    ]) { ExactlyOne = ["in", "per"] };

    public static ObjectDefinition Reply { get; } = new("channel.reply", "a reply window", "The channel is open only for a while after the customer's own message.",
    [
        new("to", Scalars.EventName, "The event that is the customer's message.") { IsRequired = true },
        new("within", Scalars.Duration, "How long it stays open after the newest of them.") { IsRequired = true },
        new("at_most", Scalars.Whole(1, 1_000), "Most messages since the newest of them."),
        new("broadcasts", Broadcasts, "What may go out while it is closed; left out: nothing."),
    ]);

    public static ObjectDefinition Channel { get; } = new("channel", "a channel", "A way to reach customers: an outbound topic that a channel service reads.",
    [
        new("label", Scalars.Text, "For people."),
        new("topic", Scalars.Topic, "The outbound topic; left out: outbound.NAME."),
        new(
            "address",
            Scalars.Expression,
            "Where to deliver, from customer: customer.email. Absent or empty: the customer cannot be reached here.") { IsRequired = true },
        new(
            "consent",
            new EitherShape([Silence, new MapShape(Scalars.Name, Silence)]),
            "When the customer has said nothing: asked means no (default), assumed means yes; or one of the two for each purpose."),
        new("format", Scalars.Choice("text", "html", "json"), "What it delivers, and so how values are escaped in its content; left out: text."),
        new("limits", new MapShape(Scalars.Identifier, Scalars.Whole(1, 65_536)), "Longest parts of the content in characters: title, body …"),
        new("quiet_hours", new EitherShape([Scalars.Choice("none"), QuietHours]), "When nothing is delivered; left out: the quiet hours of policies.yaml."),
        new("reply", Reply, "Open only after the customer's own message."),
    ]);

    public static ObjectDefinition Root { get; } = new("channels", "the channels", "The outbound channels.",
    [
        new("channels", new MapShape(Scalars.Name, Channel), "The channels by name.") { IsRequired = true },
    ]);
}
