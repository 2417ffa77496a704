using Triggers.Language.Syntax;

namespace Triggers.Language.Evaluation;

/// <summary>What becomes of an operator when its operands change places.</summary>
internal static class OperandOrder
{
    /// <summary>The operator that means the same with the operands exchanged; null when there is none.</summary>
    public static BinaryOperator? Mirror(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Equal or BinaryOperator.NotEqual or BinaryOperator.Multiply => @operator,
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => null,
    };
}
