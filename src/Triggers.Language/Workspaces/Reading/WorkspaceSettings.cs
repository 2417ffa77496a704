using Triggers.Language.Workspaces.Definitions;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading;

/// <summary>What <c>workspace.yaml</c> says; where it says nothing useful, values that let the check go on.</summary>
/// <param name="Name">Name of the workspace.</param>
/// <param name="Zone">Default time zone (tz database).</param>
/// <param name="Currency">Default currency (ISO 4217).</param>
/// <param name="Locale">Default locale (BCP 47).</param>
internal sealed record WorkspaceSettings(string Name, string Zone, string Currency, string Locale)
{
    public static WorkspaceSettings Read(YamlMapping? root) =>
        new(root?.Text("name") ?? "workspace", root?.Text("zone") ?? "Etc/UTC", Known(root?.Text("currency")) ?? "EUR", root?.Text("locale") ?? "en");

    /// <summary>The currency, unless it is none: that is said once, and not again at each amount.</summary>
    private static string? Known(string? currency) => currency is not null && Scalars.Currency.IsValid(currency) ? currency : null;
}
