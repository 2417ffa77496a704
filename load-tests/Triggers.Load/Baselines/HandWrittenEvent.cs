using System.Text.Json;

namespace Triggers.Load.Baselines;

/// <summary>The five fields that a loop written by hand needs of an event.</summary>
/// <param name="Type">Name of the type.</param>
/// <param name="Customer">Name of the customer.</param>
/// <param name="Time">Milliseconds since 1970.</param>
/// <param name="Category">0..199.</param>
/// <param name="Amount">Exact, in currency units.</param>
internal readonly record struct HandWrittenEvent(string Type, string Customer, long Time, int Category, decimal Amount)
{
    private static readonly string[] Types = ["view", "click", "add_to_cart", "remove_from_cart", "order", "social_post", "email_open", "review"];

    /// <summary>Reads the whole object and keeps these fields, as one does who is not paid for more.</summary>
    internal static HandWrittenEvent Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var (type, customer, time, category, amount) = ("", "", 0L, 0, 0m);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("type"u8))
            {
                type = TypeName(ref reader);
            }
            else if (name.SequenceEqual("customer"u8))
            {
                customer = reader.GetString()!;
            }
            else if (name.SequenceEqual("time"u8))
            {
                time = reader.GetInt64();
            }
            else if (name.SequenceEqual("category"u8))
            {
                category = reader.GetInt32();
            }
            else if (name.SequenceEqual("amount"u8))
            {
                amount = reader.GetDecimal();
            }
        }

        return new(type, customer, time, category, amount);
    }

    private static string TypeName(ref Utf8JsonReader reader)
    {
        foreach (var type in Types)
        {
            if (reader.ValueTextEquals(type))
            {
                return type;
            }
        }

        return reader.GetString()!;
    }
}
