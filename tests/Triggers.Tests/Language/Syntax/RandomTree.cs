using System.Globalization;
using Triggers.Language.Syntax;
using Triggers.Model.Values;

namespace Triggers.Tests.Language.Syntax;

/// <summary>Syntax trees of every kind of node, the same for the same seed.</summary>
internal sealed class RandomTree(int seed)
{
    private static readonly string[] Names = ["event", "customer", "x", "item", "_a1", "b", "r", "e5", "u"];
    private static readonly string[] Fields = ["value", "items", "if", "in", "true", "a b", "x-y", "9", "e5"];
    private static readonly string[] Functions = ["size", "dyn", "f", "string", "int"];
    private static readonly string[] Methods = ["size", "startsWith", "f", "while", "getHours"];

    private readonly Random _random = new(seed);
    private int _left = 150;

    public Expression Any(int depth = 7)
    {
        if (--_left < 0 || depth <= 1)
        {
            return _random.Next(2) == 0 ? Name() : Literal();
        }

        return _random.Next(14) switch
        {
            0 => Name(),
            1 => Literal(),
            2 => Select(depth),
            3 => new IndexExpression(0, 0, Any(depth - 1), Any(depth - 1)),
            4 => _random.Next(2) == 0
                ? new CallExpression(0, 0, null, Pick(Functions), 0, Several(depth, 0))
                : new CallExpression(0, 0, Any(depth - 1), Pick(Methods), 0, Several(depth, 0)),
            5 => Unary(depth),
            6 or 7 => new BinaryExpression(0, 0, Pick(Enum.GetValues<BinaryOperator>()), 0, Any(depth - 1), Any(depth - 1)),
            8 => new LogicalExpression(0, 0, Pick(Enum.GetValues<LogicalOperator>()), Several(depth, 2)),
            9 => new ConditionalExpression(0, 0, Any(depth - 1), Any(depth - 1), Any(depth - 1)),
            10 => new ListExpression(0, 0, Several(depth, 0)),
            11 => new MapExpression(0, 0, new([.. Several(depth, 0).Select(e => new MapEntry(e, Any(depth - 1)))])),
            12 => _random.Next(3) == 0
                ? new RecordExpression(0, 0, _random.Next(2) == 0 ? "item" : ".a.b", new([.. Several(depth, 0).Select(e => new FieldSetting(Pick(Fields), e))]))
                : new HasExpression(0, 0, Select(depth)),
            _ => Macro(depth),
        };
    }

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];

    private NameExpression Name() => new(0, 0, Pick(Names), _random.Next(8) == 0);

    private SelectExpression Select(int depth) => new(0, 0, Any(depth - 1), Pick(Fields), 0);

    private Sequence<Expression> Several(int depth, int least) => new([.. Enumerable.Range(0, least + _random.Next(3)).Select(_ => Any(depth - 1))]);

    private UnaryExpression Unary(int depth) => new(0, 0, Pick(Enum.GetValues<UnaryOperator>()), Any(depth - 1));

    private MacroExpression Macro(int depth)
    {
        var kind = Pick(Enum.GetValues<MacroKind>());
        var condition = kind == MacroKind.Map && _random.Next(2) == 0 ? null : Any(depth - 1);
        return new(0, 0, kind, Any(depth - 1), Pick(Names), condition, kind == MacroKind.Map ? Any(depth - 1) : null);
    }

    private LiteralExpression Literal()
    {
        switch (_random.Next(7))
        {
            case 0:
                return new(0, 0, Value.Null, null);
            case 1:
                return new(0, 0, Value.Of(_random.Next(2) == 0), null);
            case 2:
                return new(0, 0, Value.Of(Text()), null);
            case 3:
                var bytes = new byte[_random.Next(6)];
                _random.NextBytes(bytes);
                return new(0, 0, Value.Of(bytes), null);
            case 4:
                var whole = _random.NextInt64(long.MinValue, long.MaxValue) >> _random.Next(64);
                return new(0, 0, Value.Of(whole), whole.ToString(CultureInfo.InvariantCulture));
            case 5:
                var unsigned = (ulong)_random.NextInt64();
                return new(0, 0, Value.Of(unsigned), unsigned.ToString(CultureInfo.InvariantCulture) + "u");
            default:
                var digits = Pick(["1.5", "-0.0", ".25", "-.5", "1e3", "12.10", "-2.5E-3"]);
                return new(0, 0, Value.Of(double.Parse(digits, CultureInfo.InvariantCulture)), digits);
        }
    }

    private string Text() => string.Concat(Enumerable.Range(0, _random.Next(6)).Select(_ => Pick(["a", "\"", "'", "\\", "\n", "\r", "\t", "\0", "\u007f", "ä", "😀", "`", "{{"])));
}
