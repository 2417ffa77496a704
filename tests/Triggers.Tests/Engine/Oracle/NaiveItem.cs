namespace Triggers.Tests.Engine.Oracle;

/// <summary>One element of the list <c>items</c> of an event.</summary>
/// <param name="Sku">Field <c>sku</c>.</param>
/// <param name="Quantity">Field <c>quantity</c>.</param>
internal sealed record NaiveItem(string Sku, long Quantity);
