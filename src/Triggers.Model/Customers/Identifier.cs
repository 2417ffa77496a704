namespace Triggers.Model.Customers;

/// <summary>What a customer is known by in one system: a customer number, an e-mail address, a cookie. Data, never a key (see <see cref="CustomerKey"/>).</summary>
/// <param name="Kind">Which system or sort: <c>user</c>, <c>email</c>, <c>cookie</c>; lower-case letters, digits and dashes.</param>
/// <param name="Value">The identifier itself, not empty.</param>
public sealed record Identifier(string Kind, string Value)
{
    /// <summary>Reads <c>kind:value</c>; false when the colon, the kind or the value is missing.</summary>
    public static bool TryParse(string text, out Identifier identifier)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        identifier = colon > 0 && colon < text.Length - 1 ? new(text[..colon], text[(colon + 1)..]) : new("", "");
        return identifier.Kind.Length > 0;
    }

    /// <summary><c>kind:value</c>.</summary>
    public override string ToString() => $"{Kind}:{Value}";
}
