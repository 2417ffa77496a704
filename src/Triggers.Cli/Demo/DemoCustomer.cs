namespace Triggers.Cli.Demo;

/// <summary>A customer of the demo's shop.</summary>
/// <param name="Id">Customer number.</param>
/// <param name="Name">First and last name.</param>
/// <param name="IsFromShanghai">Lives there, reads Chinese, and goes to the store there.</param>
/// <param name="Tier">Loyalty tier; null: none.</param>
/// <param name="Email">Address; null: unknown.</param>
/// <param name="Phone">Number; null: unknown.</param>
/// <param name="Device">The app's device; null: no app.</param>
/// <param name="WeChat">The account that follows the shop; null: none.</param>
/// <param name="Letters">Asked for offers by email.</param>
/// <param name="Texts">Asked for offers by SMS.</param>
/// <param name="Taste">The category looked at most.</param>
/// <param name="Visits">Visits a week, on average.</param>
internal sealed record DemoCustomer(
    string Id,
    string Name,
    bool IsFromShanghai,
    string? Tier,
    string? Email,
    string? Phone,
    string? Device,
    string? WeChat,
    bool Letters,
    bool Texts,
    string Taste,
    double Visits);
