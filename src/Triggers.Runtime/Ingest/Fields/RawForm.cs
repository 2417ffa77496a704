namespace Triggers.Runtime.Ingest.Fields;

/// <summary>How a field stands in its source record.</summary>
public enum RawForm : byte
{
    /// <summary>The record has no such field.</summary>
    Missing = 0,

    /// <summary>A CSV cell or an attribute in a header: text whose type is what the catalogue says. Empty: absent.</summary>
    Cell,

    /// <summary>A CSV cell with doubled quotes in it; the place is between the outer quotes.</summary>
    QuotedCell,

    /// <summary>A JSON string without escapes; the place is between the quotes.</summary>
    Text,

    /// <summary>A JSON string with escapes; the place includes the quotes.</summary>
    EscapedText,

    /// <summary>A JSON number.</summary>
    Number,

    /// <summary>A JSON number that is known to have neither a fraction nor an exponent.</summary>
    WholeNumber,

    /// <summary>A JSON number that is known to have a fraction and no exponent.</summary>
    DecimalNumber,

    /// <summary>JSON <c>true</c>.</summary>
    True,

    /// <summary>JSON <c>false</c>.</summary>
    False,

    /// <summary>JSON <c>null</c>.</summary>
    Null,

    /// <summary>A JSON object or array.</summary>
    Structure,
}
