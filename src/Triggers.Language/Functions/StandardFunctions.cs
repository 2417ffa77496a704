using Triggers.Model.Values;
using static Triggers.Model.Values.DataType;

namespace Triggers.Language.Functions;

/// <summary>The table of all functions of the language: CEL's standard library, and <c>currency</c>, <c>string</c> and <c>double</c> of money.</summary>
internal static class StandardFunctions
{
    private static readonly DataType AnyType = TypeOf(Dyn);
    private static readonly DataType A = Parameter("A");
    private static readonly DataType AnyList = DataType.List(A);
    private static readonly DataType AnyMap = DataType.Map(A, Parameter("B"));

    /// <summary>Known by itself, because constant patterns are constructed once.</summary>
    public static readonly Function Matches = new(
        "matches", null, Patterns.Matches, Method(Bool, DataType.String, DataType.String), Global(Bool, DataType.String, DataType.String));

    private static readonly Dictionary<string, Function> ByName = Table().ToDictionary(f => f.Name, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Names => ByName.Keys;

    public static Function? Find(string name) => ByName.GetValueOrDefault(name);

    private static IEnumerable<Function> Table() =>
    [
        new("size", Texts.Size, null, [.. SizeOf(DataType.String), .. SizeOf(Bytes), .. SizeOf(AnyList), .. SizeOf(AnyMap)]),
        new("contains", null, Texts.Contains, Method(Bool, DataType.String, DataType.String)),
        new("startsWith", null, Texts.StartsWith, Method(Bool, DataType.String, DataType.String)),
        new("endsWith", null, Texts.EndsWith, Method(Bool, DataType.String, DataType.String)),
        Matches,
        new("int", Conversions.ToInt, null, To(Int, Int, UInt, DataType.Double, DataType.String, Timestamp)),
        new("uint", Conversions.ToUInt, null, To(UInt, UInt, Int, DataType.Double, DataType.String)),
        new("double", Conversions.ToDouble, null, To(DataType.Double, DataType.Double, Int, UInt, DataType.String, DataType.Money)),
        new("bool", Conversions.ToBool, null, To(Bool, Bool, DataType.String)),
        new("string", Conversions.ToText, null, To(DataType.String, DataType.String, Bool, Int, UInt, DataType.Double, Bytes, Timestamp, Duration, DataType.Money)),
        new("bytes", Conversions.ToBytes, null, To(Bytes, Bytes, DataType.String)),
        new("timestamp", Conversions.ToTimestamp, null, To(Timestamp, Timestamp, DataType.String, Int)),
        new("duration", Conversions.ToDuration, null, To(Duration, Duration, DataType.String, Int)),
        new("currency", Conversions.Currency, null, To(DataType.String, DataType.Money)),
        new("type", Conversions.TypeOf, null, Global(AnyType, A)),
        new("dyn", Conversions.Same, null, Global(Dyn, A)),
        PartOf("getFullYear", TimePart.FullYear),
        PartOf("getMonth", TimePart.Month),
        PartOf("getDate", TimePart.Date),
        PartOf("getDayOfMonth", TimePart.DayOfMonth),
        PartOf("getDayOfWeek", TimePart.DayOfWeek),
        PartOf("getDayOfYear", TimePart.DayOfYear),
        PartOf("getHours", TimePart.Hours, ofDuration: true),
        PartOf("getMinutes", TimePart.Minutes, ofDuration: true),
        PartOf("getSeconds", TimePart.Seconds, ofDuration: true),
        PartOf("getMilliseconds", TimePart.Milliseconds, ofDuration: true),
    ];

    private static Overload Global(DataType result, params DataType[] parameters) => new(IsMethod: false, result, parameters);

    private static Overload Method(DataType result, params DataType[] parameters) => new(IsMethod: true, result, parameters);

    private static Overload[] To(DataType result, params DataType[] from) => [.. from.Select(type => Global(result, type))];

    private static Overload[] SizeOf(DataType type) => [Global(Int, type), Method(Int, type)];

    private static Function PartOf(string name, TimePart part, bool ofDuration = false) => new(
        name,
        time => Calendar.Part(part, time, NodaTime.DateTimeZone.Utc),
        (time, zone) => Calendar.Part(part, time, zone),
        [Method(Int, Timestamp), Method(Int, Timestamp, DataType.String), .. ofDuration ? new[] { Method(Int, Duration) } : []])
    {
        Part = part,
    };
}
