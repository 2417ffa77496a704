namespace Triggers.Language.Workspaces.Definitions;

/// <summary>Keys of <c>workspace.yaml</c>.</summary>
internal static class WorkspaceDefinition
{
    public static ObjectDefinition Root { get; } = new("workspace", "the workspace", "Who this workspace belongs to, and what holds where nothing else is said.",
    [
        new("name", Scalars.Name, "Name of the workspace.") { IsRequired = true },
        new("label", Scalars.Text, "For people."),
        new("zone", Scalars.Zone, "Time zone of days and times where nothing else is known, for instance Europe/London.") { IsRequired = true },
        new("customer_zone", Scalars.Expression, "Gives the time zone of a customer: customer.time_zone; not known: the workspace's."),
        new("currency", Scalars.Currency, "Currency of amounts that name none (ISO 4217), for instance EUR.") { IsRequired = true },
        new("locale", Scalars.Locale, "Language of content where the customer's is not known; en when left out."),
        new("customer_locale", Scalars.Expression, "Gives the language of a customer: customer.language; not known, or without content: the workspace's."),
    ]);
}
