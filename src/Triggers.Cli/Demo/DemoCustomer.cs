namespace Triggers.Cli.Demo;

/// <summary>A customer of the demo's shop.</summary>
/// <param name="Id">Customer number.</param>
/// <param name="Tier">Loyalty tier; null: none.</param>
/// <param name="Email">Address; null: unknown.</param>
/// <param name="Phone">Number; null: unknown.</param>
/// <param name="Device">The app's device; null: no app.</param>
/// <param name="Newsletter">Asked for letters.</param>
/// <param name="Taste">The category looked at most.</param>
/// <param name="Visits">Visits a week, on average.</param>
internal sealed record DemoCustomer(string Id, string? Tier, string? Email, string? Phone, string? Device, bool Newsletter, string Taste, double Visits);
