namespace Triggers.Language.Workspaces.Definitions;

/// <summary>Keys of a rule test in <c>tests/*.yaml</c>.</summary>
internal static class TestDefinition
{
    public static ObjectDefinition Given { get; } = new("test.given", "an event that is given", "An event; its fields stand beside these keys.",
    [
        new("at", OrPlaceholder(Scalars.Moment), "When: 10:00, or day 2 10:00, or 2026-03-29 10:00.") { IsRequired = true },
        new("event", OrPlaceholder(Scalars.EventName), "The event.") { IsRequired = true },
        new("customer", Scalars.Text, "Whose; left out when the test has only one customer.") ,
    ]) { Others = new AnyShape() };

    public static ObjectDefinition Expected { get; } = new("test.expect", "an expected message", "A message that must go out.",
    [
        new("at", OrPlaceholder(Scalars.Moment), "When it goes out.") { IsRequired = true },
        new("trigger", OrPlaceholder(Scalars.Name), "By which trigger.") { IsRequired = true },
        new("channel", OrPlaceholder(Scalars.Name), "On which channel; left out: any."),
        new("customer", Scalars.Text, "To whom; left out: any."),
        new("offer", OrPlaceholder(Scalars.Name), "With which offer; left out: any."),
        new("key", Scalars.Text, "Of which run; left out: any."),
    ]);

    public static ObjectDefinition Refused { get; } = new("test.refused", "an expected refusal", "A candidate that must be refused.",
    [
        new("at", OrPlaceholder(Scalars.Moment), "When it is refused.") { IsRequired = true },
        new("trigger", OrPlaceholder(Scalars.Name), "Of which trigger.") { IsRequired = true },
        new("gate", OrPlaceholder(Scalars.Name), "By which gate; left out: any."),
        new("customer", Scalars.Text, "To whom; left out: any."),
        new("key", Scalars.Text, "Of which run; left out: any."),
    ]);

    public static ObjectDefinition Case { get; } = new("test.case", "a case", "One line of a table: values for the <names> in the test.",
        [new("case", Scalars.Text, "Name of the case.") { IsRequired = true }]) { Others = Scalars.Text };

    public static ObjectDefinition Root { get; } = new("test", "a rule test", "Given these events, exactly these messages and these refusals come out.",
    [
        new("test", Scalars.Text, "What is tested, unique in the workspace.") { IsRequired = true },
        new("day", Scalars.Date, "Day 1 of the test; left out: 2026-01-05, a Monday."),
        new("zone", Scalars.Zone, "Zone of the times; left out: the workspace's."),
        new("until", Scalars.Moment, "The clock runs on to here; left out: until nothing waits any more."),
        new("customers", new MapShape(Scalars.Name, new MapShape(Scalars.Identifier, new AnyShape())), "Customers with the traits they have at the start."),
        new("cases", new ListShape(Case), "A table: the test runs once for each line, with <name> replaced by its value."),
        new("given", new ListShape(Given) { MayBeEmpty = true }, "The events, in any order.") { IsRequired = true },
        new("expect", new ListShape(Expected) { MayBeEmpty = true }, "The messages, all of them.") { IsRequired = true },
        new("refused", new ListShape(Refused) { MayBeEmpty = true }, "The refusals, all of them; left out: not looked at."),
    ]);

    /// <summary>In a test with cases a value may be <c>&lt;name&gt;</c>, which each case fills.</summary>
    private static ScalarShape OrPlaceholder(ScalarShape shape) => shape with
    {
        IsValid = text => text.Contains('<', StringComparison.Ordinal) || shape.IsValid(text),
        Pattern = $"{shape.Pattern}|<",
    };
}
