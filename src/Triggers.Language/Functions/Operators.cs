using Triggers.Language.Syntax;
using Triggers.Model.Values;
using static Triggers.Model.Values.DataType;

namespace Triggers.Language.Functions;

/// <summary>The table of the operators and what they accept.</summary>
internal static class Operators
{
    public static readonly Function Not = new("!", null, null, Of(Bool, Bool));

    public static readonly Function Negate = new("-", Arithmetic.Negate, null, Of(Int, Int), Of(DataType.Double, DataType.Double), Of(DataType.Money, DataType.Money), Of(Duration, Duration));

    public static readonly Function Index = new(
        "[]", null, Lookup.Index, Of(Parameter("A"), DataType.List(Parameter("A")), Int), Of(Parameter("B"), DataType.Map(Parameter("A"), Parameter("B")), Parameter("A")));

    private static readonly Function[] Binary = Table();

    public static Function Find(BinaryOperator @operator) => Binary[(int)@operator];

    private static Function[] Table()
    {
        var table = new Function[Enum.GetValues<BinaryOperator>().Length];
        Overload[] equality = [Of(Bool, Parameter("A"), Parameter("A")), .. MoneyAndNumbers(Bool)];
        Overload[] order = [.. Ordered(), .. CrossNumbers(), .. MoneyAndNumbers(Bool)];
        void Add(BinaryOperator @operator, Func<Value, Value, Value>? binary, params Overload[] overloads) =>
            table[(int)@operator] = new(OperatorText.Symbol(@operator), null, binary, overloads);

        Add(BinaryOperator.Equal, null, equality);
        Add(BinaryOperator.NotEqual, null, equality);
        Add(BinaryOperator.Less, null, order);
        Add(BinaryOperator.LessOrEqual, null, order);
        Add(BinaryOperator.Greater, null, order);
        Add(BinaryOperator.GreaterOrEqual, null, order);
        Add(BinaryOperator.In, null, Of(Bool, Parameter("A"), DataType.List(Parameter("A"))), Of(Bool, Parameter("A"), DataType.Map(Parameter("A"), Parameter("B"))));
        Add(
            BinaryOperator.Add,
            Arithmetic.Add,
            [
                .. Same(Int, UInt, DataType.Double, DataType.String, Bytes, DataType.Money, Duration, DataType.List(Parameter("A"))),
                Of(Timestamp, Timestamp, Duration), Of(Timestamp, Duration, Timestamp),
            ]);
        Add(
            BinaryOperator.Subtract,
            Arithmetic.Subtract,
            [.. Same(Int, UInt, DataType.Double, DataType.Money, Duration), Of(Timestamp, Timestamp, Duration), Of(Duration, Timestamp, Timestamp)]);
        Add(
            BinaryOperator.Multiply,
            Arithmetic.Multiply,
            [
                .. Same(Int, UInt, DataType.Double),
                Of(DataType.Money, DataType.Money, Int),
                Of(DataType.Money, DataType.Money, DataType.Double),
                Of(DataType.Money, Int, DataType.Money),
                Of(DataType.Money, DataType.Double, DataType.Money),
            ]);
        Add(BinaryOperator.Divide, Arithmetic.Divide, [.. Same(Int, UInt, DataType.Double), Of(DataType.Money, DataType.Money, Int)]);
        Add(BinaryOperator.Remainder, Arithmetic.Remainder, [.. Same(Int, UInt)]);
        return table;
    }

    private static Overload Of(DataType result, params DataType[] parameters) => new(IsMethod: false, result, parameters);

    private static IEnumerable<Overload> Same(params DataType[] types) => types.Select(t => Of(t, t, t));

    private static IEnumerable<Overload> Ordered() =>
        new[] { Int, UInt, DataType.Double, DataType.String, Bool, Bytes, Timestamp, Duration, DataType.Money }.Select(t => Of(Bool, t, t));

    private static IEnumerable<Overload> CrossNumbers() =>
        from left in new[] { Int, UInt, DataType.Double }
        from right in new[] { Int, UInt, DataType.Double }
        where left != right
        select Of(Bool, left, right);

    private static IEnumerable<Overload> MoneyAndNumbers(DataType result) =>
        new[] { Int, DataType.Double }.SelectMany<DataType, Overload>(number => [Of(result, DataType.Money, number), Of(result, number, DataType.Money)]);
}
