namespace Triggers.Cli.Demo;

/// <summary>A product of the demo's shop.</summary>
/// <param name="Sku">Its number.</param>
/// <param name="Category">Its shelf.</param>
/// <param name="Cents">Its price in cents.</param>
internal sealed record DemoProduct(string Sku, string Category, int Cents);
