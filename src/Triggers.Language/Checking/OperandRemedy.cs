using System.Globalization;
using Triggers.Language.Syntax;
using Triggers.Model.Values;

namespace Triggers.Language.Checking;

/// <summary>What to do when an operator does not work between two types.</summary>
internal static class OperandRemedy
{
    public static string For(BinaryExpression binary, DataType left, DataType right)
    {
        if (Pair(left, right, DataTypeKind.Int, DataTypeKind.Double))
        {
            var whole = left.Kind == DataTypeKind.Int ? binary.Left : binary.Right;
            return whole is LiteralExpression ? $"Write {whole}.0 instead of {whole}." : $"Write double({CheckMistakes.Shown(whole)}).";
        }

        if (binary.Operator == BinaryOperator.Add && (left.Kind == DataTypeKind.String || right.Kind == DataTypeKind.String))
        {
            var other = left.Kind == DataTypeKind.String ? binary.Right : binary.Left;
            return $"Make a text of it first: string({CheckMistakes.Shown(other)}).";
        }

        if ((IsNumber(left) && IsQuotedNumber(binary.Right)) || (IsNumber(right) && IsQuotedNumber(binary.Left)))
        {
            return "Write the number without quotes.";
        }

        if (left.Kind == DataTypeKind.Money || right.Kind == DataTypeKind.Money)
        {
            return binary.Operator is BinaryOperator.Add or BinaryOperator.Subtract && IsNumber(left) && IsNumber(right) && left.Kind != right.Kind
                ? "A number has no currency: put it on the other side of the comparison, for instance event.value > 50 - 5."
                : "Money is compared with money or numbers, added to money, multiplied by numbers and divided by whole numbers.";
        }

        if (binary.Right is LiteralExpression && left.Kind == DataTypeKind.String && right.Kind is DataTypeKind.Int or DataTypeKind.Double)
        {
            return $"Put the value in quotes: \"{binary.Right}\".";
        }

        return Special(binary, left, right);
    }

    private static string Special(BinaryExpression binary, DataType left, DataType right) => binary.Operator switch
    {
        BinaryOperator.In when right.Kind == DataTypeKind.String => $"To look inside a text write {CheckMistakes.Shown(binary.Right)}.contains(...).",
        BinaryOperator.In when right.Kind == DataTypeKind.List => $"Fill the list with values that are {CheckMistakes.A(left)}.",
        BinaryOperator.In => "Put a list after `in`, for instance [\"push\", \"email\"].",
        _ when left.Kind is DataTypeKind.Timestamp && right.Kind == DataTypeKind.String => $"Write timestamp({CheckMistakes.Shown(binary.Right)}).",
        _ when left.Kind is DataTypeKind.Duration && right.Kind == DataTypeKind.String => $"Write duration({CheckMistakes.Shown(binary.Right)}).",
        _ when right.Kind == DataTypeKind.Null => $"Ask whether a field is there with has({CheckMistakes.Shown(binary.Left)}).",
        BinaryOperator.Equal or BinaryOperator.NotEqual => "Compare values of the same type.",
        _ => "Use two numbers, two texts, two times or two durations.",
    };

    private static bool IsNumber(DataType type) => type.Kind is DataTypeKind.Money or DataTypeKind.Int or DataTypeKind.UInt or DataTypeKind.Double;

    private static bool IsQuotedNumber(Expression expression) =>
        expression is LiteralExpression { Value: { Kind: ValueKind.String } text } &&
        double.TryParse(text.AsString, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static bool Pair(DataType left, DataType right, DataTypeKind one, DataTypeKind other) =>
        (left.Kind == one && right.Kind == other) || (left.Kind == other && right.Kind == one);
}
