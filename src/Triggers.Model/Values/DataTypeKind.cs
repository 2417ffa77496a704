namespace Triggers.Model.Values;

/// <summary>The kinds of <see cref="DataType"/>.</summary>
public enum DataTypeKind
{
    /// <summary>Known only when evaluated.</summary>
    Dyn,

    /// <summary>The type of <c>null</c>.</summary>
    Null,

    /// <summary>Boolean.</summary>
    Bool,

    /// <summary>Signed 64-bit integer.</summary>
    Int,

    /// <summary>Unsigned 64-bit integer.</summary>
    UInt,

    /// <summary>IEEE-754 double.</summary>
    Double,

    /// <summary>Text.</summary>
    String,

    /// <summary>A sequence of bytes, not text.</summary>
    Bytes,

    /// <summary>Instant.</summary>
    Timestamp,

    /// <summary>Length of time.</summary>
    Duration,

    /// <summary>Exact amount with currency.</summary>
    Money,

    /// <summary>List of <see cref="DataType.Element"/>.</summary>
    List,

    /// <summary>Map of <see cref="DataType.Key"/> to <see cref="DataType.Element"/>.</summary>
    Map,

    /// <summary>A <see cref="RecordType"/>.</summary>
    Record,

    /// <summary>A type as a value: <c>type(x)</c>.</summary>
    Type,

    /// <summary>A type parameter of a function's signature.</summary>
    Parameter,
}
