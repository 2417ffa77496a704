namespace Triggers.Language.Workspaces.Definitions;

/// <summary>Keys of <c>workspace.yaml</c>.</summary>
internal static class WorkspaceDefinition
{
    public static ObjectDefinition Customer { get; } = new("workspace.customer", "the customer's own", "Where the customer's own zone and language are found.",
    [
        new("zone", Scalars.Expression, "The customer's time zone, a name of the tz database: customer.zone. Absent or unknown: the workspace's."),
        new("locale", Scalars.Expression, "The customer's language: customer.language. Absent, or without content: the workspace's."),
    ]);

    public static ObjectDefinition Root { get; } = new("workspace", "the workspace", "Who this workspace belongs to, and what holds where nothing else is said.",
    [
        new("name", Scalars.Name, "Name of the workspace.") { IsRequired = true },
        new("label", Scalars.Text, "For people."),
        new("zone", Scalars.Zone, "Time zone of days and times where nothing else is known, for instance Europe/London.") { IsRequired = true },
        new("currency", Scalars.Currency, "Currency of amounts that name none (ISO 4217), for instance EUR.") { IsRequired = true },
        new("locale", Scalars.Locale, "Language of content where the customer's is not known; en when left out."),
        new("customer", Customer, "Where the customer's own zone and language are found."),
    ]);
}
