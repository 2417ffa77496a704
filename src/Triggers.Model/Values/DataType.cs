namespace Triggers.Model.Values;

/// <summary>A type of the rule language, of an event's field or of an expression. Immutable; compared by content.</summary>
public sealed record DataType
{
    private DataType(DataTypeKind kind) => Kind = kind;

    /// <summary>Which type.</summary>
    public DataTypeKind Kind { get; }

    /// <summary>Element of a list, value of a map, what a <see cref="DataTypeKind.Type"/> names; else null.</summary>
    public DataType? Element { get; private init; }

    /// <summary>Key of a map, else null.</summary>
    public DataType? Key { get; private init; }

    /// <summary>The record type, else null.</summary>
    public RecordType? Record { get; private init; }

    /// <summary>Name of a type parameter, else null.</summary>
    public string? Name { get; private init; }

    /// <summary>Known only when evaluated.</summary>
    public static DataType Dyn { get; } = new(DataTypeKind.Dyn);

    /// <summary>The type of <c>null</c>.</summary>
    public static DataType Null { get; } = new(DataTypeKind.Null);

    /// <summary>Boolean.</summary>
    public static DataType Bool { get; } = new(DataTypeKind.Bool);

    /// <summary>Signed integer.</summary>
    public static DataType Int { get; } = new(DataTypeKind.Int);

    /// <summary>Unsigned integer.</summary>
    public static DataType UInt { get; } = new(DataTypeKind.UInt);

    /// <summary>Binary floating point of 64 bits.</summary>
    public static DataType Double { get; } = new(DataTypeKind.Double);

    /// <summary>Text.</summary>
    public static DataType String { get; } = new(DataTypeKind.String);

    /// <summary>A sequence of bytes, not text.</summary>
    public static DataType Bytes { get; } = new(DataTypeKind.Bytes);

    /// <summary>Instant.</summary>
    public static DataType Timestamp { get; } = new(DataTypeKind.Timestamp);

    /// <summary>Length of time.</summary>
    public static DataType Duration { get; } = new(DataTypeKind.Duration);

    /// <summary>Amount with currency.</summary>
    public static DataType Money { get; } = new(DataTypeKind.Money);

    /// <summary>A list of <paramref name="element"/>.</summary>
    public static DataType List(DataType element) => new(DataTypeKind.List) { Element = element };

    /// <summary>A map of <paramref name="key"/> to <paramref name="value"/>.</summary>
    public static DataType Map(DataType key, DataType value) => new(DataTypeKind.Map) { Key = key, Element = value };

    /// <summary>A record type.</summary>
    public static DataType Of(RecordType record) => new(DataTypeKind.Record) { Record = record };

    /// <summary>The type of the type <paramref name="named"/>.</summary>
    public static DataType TypeOf(DataType named) => new(DataTypeKind.Type) { Element = named };

    /// <summary>A type parameter.</summary>
    public static DataType Parameter(string name) => new(DataTypeKind.Parameter) { Name = name };

    /// <inheritdoc/>
    public bool Equals(DataType? other) =>
        ReferenceEquals(this, other) || (other is not null && Kind == other.Kind && Element == other.Element && Key == other.Key && ReferenceEquals(Record, other.Record) && Name == other.Name);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine((int)Kind, Element, Key, Record, Name);

    /// <summary>As written in the event catalogue and in errors: <c>list(item)</c>, <c>int</c>.</summary>
    public override string ToString() => Kind switch
    {
        DataTypeKind.List => $"list({Element})",
        DataTypeKind.Map => $"map({Key}, {Element})",
        DataTypeKind.Record => Record!.Name,
        DataTypeKind.Type => "type",
        DataTypeKind.Null => "null_type",
        DataTypeKind.Parameter => Name!,
        _ => Kind.ToString().ToLowerInvariant(),
    };
}
