using System.Globalization;
using Triggers.Language.Evaluation;
using Triggers.Language.Evaluation.Predicates;
using Triggers.Model.Events;
using Triggers.Model.Values;
using Triggers.Tests.Engine.Support;

namespace Triggers.Tests.Engine.Rules.Index;

/// <summary>Which predicates the index promises to decide, said independently of it, and each as a condition of its own.</summary>
internal static class Ranks
{
    private static readonly Dictionary<(EventPredicate, EventType), CompiledExpression> Compiled = [];

    /// <summary>All but amounts finer than a millionth or beyond four million millions, and times outside of 1678 to 2261.</summary>
    public static bool Has(EventPredicate predicate) => predicate.Operands.All(operand => operand.Kind switch
    {
        ValueKind.Money => operand.AsMoney.Amount is >= -4e12m and <= 4.1e12m && decimal.Round(operand.AsMoney.Amount, 6) == operand.AsMoney.Amount,
        ValueKind.Timestamp => operand.Seconds is > -9_214_000_000 and < 9_214_000_000,
        _ => true,
    });

    public static CompiledExpression Condition(EventPredicate predicate, EventType type)
    {
        if (!Compiled.TryGetValue((predicate, type), out var compiled))
        {
            compiled = Cel.Of(type, RandomConditions.Customer, Text(predicate));
            Compiled.Add((predicate, type), compiled);
        }

        return compiled;
    }

    private static string Text(EventPredicate predicate)
    {
        var field = $"event.{predicate.Field.Name}";
        var list = $"[{string.Join(", ", predicate.Operands.Select(Literal))}]";
        return predicate.Operator switch
        {
            PredicateOperator.Present => $"has({field})",
            PredicateOperator.In => $"{field} in {list}",
            PredicateOperator.NotIn => $"!({field} in {list})",
            _ => $"{field} {Symbol(predicate.Operator)} {list[1..^1]}",
        };
    }

    private static string Symbol(PredicateOperator @operator) => @operator switch
    {
        PredicateOperator.Equal => "==",
        PredicateOperator.NotEqual => "!=",
        PredicateOperator.Less => "<",
        PredicateOperator.LessOrEqual => "<=",
        PredicateOperator.Greater => ">",
        _ => ">=",
    };

    private static string Literal(Value value) => value.Kind switch
    {
        ValueKind.Money => value.AsMoney.Amount.ToString(CultureInfo.InvariantCulture),
        ValueKind.Double => $"double('{value.AsDouble.ToString("R", CultureInfo.InvariantCulture)}')",
        ValueKind.Timestamp => $"timestamp('{value}')",
        _ => value.ToString(),
    };
}
