namespace Triggers.Language.Syntax;

/// <summary>How operators are written and how tightly they bind (a larger number binds tighter).</summary>
public static class OperatorText
{
    internal const int Choice = 1;
    internal const int Or = 2;
    internal const int And = 3;
    internal const int Relation = 4;
    internal const int Sum = 5;
    internal const int Product = 6;
    internal const int Prefix = 7;
    internal const int Member = 8;

    /// <summary>As written: <c>&gt;=</c>, <c>in</c>.</summary>
    public static string Symbol(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.In => "in",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        _ => "%",
    };

    /// <summary>As written: <c>&amp;&amp;</c> or <c>||</c>.</summary>
    public static string Symbol(LogicalOperator @operator) => @operator == LogicalOperator.And ? "&&" : "||";

    /// <summary>As written: <c>!</c> or <c>-</c>.</summary>
    public static string Symbol(UnaryOperator @operator) => @operator == UnaryOperator.Not ? "!" : "-";

    /// <summary>The name of a macro: <c>exists_one</c>.</summary>
    public static string Name(MacroKind kind) => kind switch
    {
        MacroKind.All => "all",
        MacroKind.Exists => "exists",
        MacroKind.ExistsOne => "exists_one",
        MacroKind.Filter => "filter",
        _ => "map",
    };

    internal static int Precedence(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Add or BinaryOperator.Subtract => Sum,
        BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Remainder => Product,
        _ => Relation,
    };

    internal static BinaryOperator? Binary(TokenKind kind) => kind switch
    {
        TokenKind.Equal => BinaryOperator.Equal,
        TokenKind.NotEqual => BinaryOperator.NotEqual,
        TokenKind.Less => BinaryOperator.Less,
        TokenKind.LessOrEqual => BinaryOperator.LessOrEqual,
        TokenKind.Greater => BinaryOperator.Greater,
        TokenKind.GreaterOrEqual => BinaryOperator.GreaterOrEqual,
        TokenKind.In => BinaryOperator.In,
        TokenKind.Plus => BinaryOperator.Add,
        TokenKind.Minus => BinaryOperator.Subtract,
        TokenKind.Star => BinaryOperator.Multiply,
        TokenKind.Slash => BinaryOperator.Divide,
        TokenKind.Percent => BinaryOperator.Remainder,
        _ => null,
    };

    internal static MacroKind? Macro(string name) => name switch
    {
        "all" => MacroKind.All,
        "exists" => MacroKind.Exists,
        "exists_one" => MacroKind.ExistsOne,
        "filter" => MacroKind.Filter,
        "map" => MacroKind.Map,
        _ => null,
    };
}
