using System.Globalization;
using Triggers.Model.Values;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>What divides runs, or a trait: an expression over an event twice, as text and as a function.</summary>
/// <param name="Text">In CEL.</param>
/// <param name="Type">Its type.</param>
/// <param name="Of">Its value; null: none.</param>
internal sealed record NaiveKey(string Text, DataType Type, Func<NaiveEvent, object?> Of)
{
    public static NaiveKey Cart { get; } = new("event.cart", DataType.String, e => e.Cart);

    public static NaiveKey Value { get; } = new("event.value", DataType.Int, e => e.Value);

    public static NaiveKey IsBig { get; } = new("event.value > 4", DataType.Bool, e => e.Value is { } value ? value > 4 : null);

    public static NaiveKey Random(Random random) => random.Next(6) switch { 0 => Value, 1 => IsBig, _ => Cart };

    /// <summary>The key as text, which is the key; null: none.</summary>
    public string? TextOf(NaiveEvent happened) => Of(happened) switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        var value => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <inheritdoc/>
    public override string ToString() => Text;
}
