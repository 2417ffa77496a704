using Triggers.Model.Values;

namespace Triggers.Runtime.Ingest.Fields;

/// <summary>What a field of a type may hold, in words.</summary>
internal static class TypePhrase
{
    /// <summary>For instance <c>a whole number</c>.</summary>
    public static string Of(DataType type) => type.Kind switch
    {
        DataTypeKind.Int => "a whole number",
        DataTypeKind.UInt => "a whole number from 0",
        DataTypeKind.Double => "a number",
        DataTypeKind.Bool => "true or false",
        DataTypeKind.String => "a text",
        DataTypeKind.Bytes => "a text in base64",
        DataTypeKind.Timestamp => "a time like 2026-01-01T10:00:00Z, or milliseconds since 1970,",
        DataTypeKind.Duration => "a length of time like 90s or 1h30m",
        DataTypeKind.Money => "an amount like 12.50 or 12.50 EUR",
        DataTypeKind.List => $"a list of {type.Element}",
        DataTypeKind.Map => "an object",
        DataTypeKind.Record => $"an object of type {type.Record!.Name}",
        _ => $"a value of type {type}",
    };
}
