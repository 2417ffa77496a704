namespace Triggers.Language.Workspaces.Definitions;

/// <summary>Keys of a trigger in <c>triggers/*.yaml</c>.</summary>
internal static class TriggerDefinition
{
    private static readonly string[] Keyed = ["start", "steps"];
    private static readonly string[] Dated = ["date", "due"];

    /// <summary>The keys of <c>when</c> that say what starts it.</summary>
    public static IReadOnlyList<string> Starts { get; } =
        ["start", "steps", "enters", "leaves", "stage", "crosses", "date", "schedule", "due", "silence", "price-drop", "back-in-stock"];

    public static ObjectDefinition Until { get; } = new("until", "an event that ends it", "An event that ends waiting runs at once.",
    [
        new("event", Scalars.EventName, "The event.") { IsRequired = true },
        new("key", Scalars.Expression, "Only the run of this key; left out: all of the customer's."),
        new("where", Scalars.Expression, "Only when this holds."),
    ]);

    public static ObjectDefinition Times { get; } = new("times", "a number of times", "Only when it happens often.",
    [
        new("at_least", Scalars.Whole(2, 64), "So often, this time included.") { IsRequired = true },
        new("in", Scalars.Duration, "In this time.") { IsRequired = true },
    ]);

    public static ObjectDefinition Step { get; } = new("step", "a step", "One of several things that must happen in this order, or must not.",
    [
        new("name", Scalars.Identifier, "Later steps see its event under this name.") { OnlyWith = ["event"] },
        new("event", Scalars.EventName, "The event that must come."),
        new("not", Scalars.EventName, "The event that must not come."),
        new("where", Scalars.Expression, "Only when this holds: event and the names of earlier steps."),
        new("within", Scalars.Duration, "At most so long after the step before."),
        new("at_least", Scalars.Whole(2, 64), "So often.") { OnlyWith = ["event"] },
        new("strict", Scalars.Boolean, "No other event of the customer between this step and the one before; with not: only the very next event counts."),
        new("each", Scalars.Boolean, "Every such event goes on by itself: the run goes on and waits for the next one as well.") { OnlyWith = ["event"] },
    ]) { ExactlyOne = ["event", "not"] };

    public static ObjectDefinition Silence { get; } = new("silence", "a silence", "An event has not come for a long time.",
    [
        new("of", Scalars.EventName, "The event.") { IsRequired = true },
        new("for", Scalars.Duration, "How long it has not come.") { IsRequired = true },
    ]);

    public static ObjectDefinition When { get; } = new("when", "`when`", "What starts the trigger, and how long it waits.",
    [
        new("start", Scalars.EventName, "The event that starts it."),
        new("steps", new ListShape(Step), "Several things in this order."),
        new("enters", Scalars.Name, "The customer comes into this segment."),
        new("leaves", Scalars.Name, "The customer leaves this segment."),
        new("stage", Scalars.Name, "The customer's stage becomes this one."),
        new("crosses", Scalars.Expression, "This becomes true: customer.spend_year >= 5000."),
        new("date", Scalars.Expression, "A date of the customer comes round each year: customer.birthday."),
        new("schedule", Scalars.Cron, "At these times (cron: minute, hour, day, month, weekday)."),
        new("due", Scalars.Expression, "A predicted time comes: customer.next_order."),
        new("silence", Silence, "An event has not come for a long time."),
        new("price-drop", Scalars.Expression, "The price of one of these products falls: customer.viewed_skus."),
        new("back-in-stock", Scalars.Expression, "One of these products can be had again: customer.viewed_skus."),
        new("over", Scalars.Name, "The segment whose customers it is for.") { OnlyWith = ["schedule"] },
        new(
            "zone",
            Scalars.Choice("workspace", "customer"),
            "Whose clock counts: the workspace's (default) or the customer's.") { OnlyWith = ["date", "schedule"] },
        new("at", Scalars.TimeOfDay, "At this time of the day.") { OnlyWith = Dated },
        new("before", Scalars.Duration, "So long before.") { OnlyWith = Dated },
        new("key", Scalars.Expression, "One run for each value of this: event.cart. Left out: one run a customer.") { OnlyWith = Keyed },
        new("where", Scalars.Expression, "Only when this holds: a condition over event and customer.") { OnlyWith = ["start"] },
        new("times", Times, "Only when it happens often.") { OnlyWith = ["start"] },
        new(
            "repeat",
            Scalars.Choice("restart", "ignore", "parallel"),
            "The same start again while it waits: restart the wait (default), ignore it, or run in parallel.") { OnlyWith = Keyed },
        new("until", new ListShape(new EitherShape([Scalars.EventName, Until])), "Events that end it at once."),
        new("wait", Scalars.Duration, "How long it waits; left out: it does not."),
    ]) { ExactlyOne = Starts };

    public static ObjectDefinition Again { get; } = new("again", "a pause", "How soon it may happen to the same customer again.",
    [
        new("after", Scalars.Duration, "So much later.") { IsRequired = true },
        new("from", Scalars.Choice("message", "entry"), "Counted from the message (default) or from the start."),
    ]);

    public static ObjectDefinition Goal { get; } = new("goal", "a goal", "What the trigger is meant to bring about.",
    [
        new("event", Scalars.EventName, "The event.") { IsRequired = true },
        new("within", Scalars.Duration, "At most so long after the message.") { IsRequired = true },
        new("where", Scalars.Expression, "Only when this holds."),
    ]);

    public static ObjectDefinition Send { get; } = new("send", "`send`", "What goes out.",
    [
        new("purpose", Scalars.Name, "What the message is for: offer, service …; consent and caps go by it.") { IsRequired = true },
        new("priority", Scalars.Whole(0, 100), "Higher goes first; left out: 50."),
        new("tags", new ListShape(Scalars.Name), "Words that caps can count by."),
        new(
            "offer",
            new EitherShape([Scalars.Name, new ListShape(Scalars.Name)]),
            "The offer; or several, of which the best is sent that the customer may get.") { IsRequired = true },
        new("channels", new ListShape(Scalars.Name), "The channels; the first that can be used is used.") { IsRequired = true },
        new(
            "prefer",
            Scalars.Expression,
            "The channel to try first: response (the one that the customer answered most lately), or a computation such as customer.favourite_channel."),
        new("expires", Scalars.Duration, "Not delivered when it is older than this."),
        new("mandatory", Scalars.Boolean, "Wins against all that are not mandatory."),
        new("ignores_caps", Scalars.Boolean, "Goes out even when a cap is reached."),
        new("ignores_quiet_hours", Scalars.Boolean, "Goes out in quiet hours too."),
        new("counts", Scalars.Boolean, "Whether it counts toward caps; left out: true."),
    ]);

    public static ObjectDefinition Root { get; } = new("trigger", "a trigger", "When something happens to a customer, send something.",
    [
        new("trigger", Scalars.Name, "Name of the trigger, unique in the workspace.") { IsRequired = true },
        new("label", Scalars.Text, "For people."),
        new("when", When, "What starts it, and how long it waits.") { IsRequired = true },
        new("if", Scalars.Expression, "Checked when the wait ends: a condition over customer and the event that started it."),
        new(
            "again",
            new EitherShape([Scalars.Choice("once", "once per key", "after exit"), Again]),
            "How soon it may happen to the same customer again; left out: at once."),
        new("stale", Scalars.Duration, "Nothing is sent when the moment has passed by this much, for instance after an outage."),
        new("goal", Goal, "What it is meant to bring about."),
        new("budget", OfferDefinition.Budget, "What its messages may cost."),
        new("hold_out", PoliciesDefinition.HoldOut, "Customers who get nothing, to compare with."),
        new("pin", Scalars.Boolean, "Waiting runs keep the version of the trigger that they started with."),
        new("send", Send, "What goes out.") { IsRequired = true },
    ]);
}
