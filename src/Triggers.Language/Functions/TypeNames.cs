using Triggers.Model.Values;

namespace Triggers.Language.Functions;

/// <summary>The types that expressions can name, and the type of a value as <c>type(x)</c> gives it: <c>list</c> and <c>map</c> without their elements.</summary>
internal static class TypeNames
{
    private static readonly DataType AnyList = DataType.List(DataType.Dyn);
    private static readonly DataType AnyMap = DataType.Map(DataType.Dyn, DataType.Dyn);
    private static readonly DataType AnyType = DataType.TypeOf(DataType.Dyn);

    private static readonly Dictionary<string, DataType> Known = new(StringComparer.Ordinal)
    {
        ["bool"] = DataType.Bool,
        ["int"] = DataType.Int,
        ["uint"] = DataType.UInt,
        ["double"] = DataType.Double,
        ["string"] = DataType.String,
        ["bytes"] = DataType.Bytes,
        ["list"] = AnyList,
        ["map"] = AnyMap,
        ["null_type"] = DataType.Null,
        ["type"] = AnyType,
        ["money"] = DataType.Money,
        ["google.protobuf.Timestamp"] = DataType.Timestamp,
        ["google.protobuf.Duration"] = DataType.Duration,
    };

    public static DataType? Find(string name) => Known.GetValueOrDefault(name);

    public static string Name(DataType type) => type.Kind switch
    {
        DataTypeKind.List => "list",
        DataTypeKind.Map => "map",
        DataTypeKind.Timestamp => "google.protobuf.Timestamp",
        DataTypeKind.Duration => "google.protobuf.Duration",
        _ => type.ToString(),
    };

    public static DataType Of(in Value value) => value.Kind switch
    {
        ValueKind.Null => DataType.Null,
        ValueKind.Bool => DataType.Bool,
        ValueKind.Int => DataType.Int,
        ValueKind.UInt => DataType.UInt,
        ValueKind.Double => DataType.Double,
        ValueKind.String => DataType.String,
        ValueKind.Bytes => DataType.Bytes,
        ValueKind.Timestamp => DataType.Timestamp,
        ValueKind.Duration => DataType.Duration,
        ValueKind.Money => DataType.Money,
        ValueKind.List => AnyList,
        ValueKind.Map => AnyMap,
        ValueKind.Record => DataType.Of(value.AsRecord.Type),
        ValueKind.Type => AnyType,
        _ => DataType.Dyn,
    };
}
