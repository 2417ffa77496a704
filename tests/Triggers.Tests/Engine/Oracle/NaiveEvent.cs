namespace Triggers.Tests.Engine.Oracle;

/// <summary>An event as the oracle sees it. All types have the same fields; each may be missing (null).</summary>
/// <param name="Type">Name of its type.</param>
/// <param name="Id">Its id.</param>
/// <param name="Time">Event time in milliseconds since 1970.</param>
/// <param name="Cart">Field <c>cart</c>, a string.</param>
/// <param name="Value">Field <c>value</c>, an int.</param>
/// <param name="Price">Field <c>price</c>, money in euro.</param>
/// <param name="Score">Field <c>score</c>, a double.</param>
/// <param name="Items">Field <c>items</c>, a list of records.</param>
internal sealed record NaiveEvent(string Type, string Id, long Time, string? Cart, long? Value, decimal? Price, double? Score, IReadOnlyList<NaiveItem>? Items)
{
    /// <summary>The values at the end of a path: none, one, or one for each element of the list on the way.</summary>
    public IEnumerable<object> ValuesAt(string path) => path switch
    {
        "cart" => One(Cart),
        "value" => One(Value),
        "price" => One(Price),
        "score" => One(Score),
        "items.sku" => (Items ?? []).Select(item => (object)item.Sku),
        "items.quantity" => (Items ?? []).Select(item => (object)item.Quantity),
        _ => throw new ArgumentException($"No event has {path}."),
    };

    /// <summary>The event with the fields that were kept; the others are missing.</summary>
    public NaiveEvent Only(IReadOnlySet<string> kept) => this with
    {
        Cart = kept.Contains("cart") ? Cart : null,
        Value = kept.Contains("value") ? Value : null,
        Price = kept.Contains("price") ? Price : null,
        Score = kept.Contains("score") ? Score : null,
        Items = kept.Contains("items") ? Items : null,
    };

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Type} {Id} of {Clock.Text(Time)}{Field("cart", Cart)}{Field("value", Value)}{Field("price", Price)}{Field("score", Score)}" +
        Field("items", Items is null ? null : $"[{string.Join(", ", Items.Select(i => $"{i.Sku} x {i.Quantity}"))}]");

    private static IEnumerable<object> One(object? value) => value is null ? [] : [value];

    private static string Field(string name, object? value) => value is null ? "" : FormattableString.Invariant($" {name}: {value}");
}
