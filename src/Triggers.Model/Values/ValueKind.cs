namespace Triggers.Model.Values;

/// <summary>The kinds of <see cref="Value"/>. Numbers are written to state blobs: append only.</summary>
public enum ValueKind : byte
{
    /// <summary>No value: an optional field that was not given. The default of <see cref="Value"/>.</summary>
    Absent = 0,

    /// <summary>CEL's <c>null</c>.</summary>
    Null = 1,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Bool = 2,

    /// <summary>Signed 64-bit integer.</summary>
    Int = 3,

    /// <summary>Unsigned 64-bit integer.</summary>
    UInt = 4,

    /// <summary>IEEE-754 double.</summary>
    Double = 5,

    /// <summary>Unicode text.</summary>
    String = 6,

    /// <summary>A sequence of bytes, not text.</summary>
    Bytes = 7,

    /// <summary>An instant: seconds since 1970-01-01T00:00:00Z and nanoseconds.</summary>
    Timestamp = 8,

    /// <summary>A length of time: seconds and nanoseconds of the same sign.</summary>
    Duration = 9,

    /// <summary>An exact decimal amount with its currency.</summary>
    Money = 10,

    /// <summary>A list: <see cref="IReadOnlyList{Value}"/>.</summary>
    List = 11,

    /// <summary>A map: <see cref="IReadOnlyDictionary{Value, Value}"/>.</summary>
    Map = 12,

    /// <summary>A record with named fields: <see cref="RecordValue"/>.</summary>
    Record = 13,

    /// <summary>A type, as CEL's <c>type(x)</c> gives it: <see cref="DataType"/>.</summary>
    Type = 14,

    /// <summary>The evaluation failed: <see cref="ValueError"/>. Never stored, never in an event.</summary>
    Error = 15,
}
