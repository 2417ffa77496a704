using System.Globalization;
using Triggers.Language.Syntax;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Expressions;

/// <summary>
/// Finds comparisons joined by <c>&amp;&amp;</c> that exclude each other: <c>event.value &gt; 100 &amp;&amp; event.value &lt; 50</c>. Looks only at comparisons with a
/// number or text; what it does not find may still be impossible.
/// </summary>
internal sealed class Contradictions
{
    private readonly Dictionary<string, Range> _ranges = new(StringComparer.Ordinal);

    private Contradictions()
    {
    }

    /// <summary>The first comparison that excludes an earlier one, and what they are about; null when none was found.</summary>
    public static (BinaryExpression Comparison, string About)? Find(Expression condition)
    {
        var search = new Contradictions();
        return condition is LogicalExpression { Operator: LogicalOperator.And } and ? search.Walk(and) : null;
    }

    private (BinaryExpression, string)? Walk(LogicalExpression and)
    {
        foreach (var operand in and.Operands)
        {
            var found = operand switch
            {
                LogicalExpression { Operator: LogicalOperator.And } inner => Walk(inner),
                BinaryExpression { Right: LiteralExpression literal } binary => Narrow(binary, binary.Left, binary.Operator, literal),
                BinaryExpression { Left: LiteralExpression literal } binary => Narrow(binary, binary.Right, Mirrored(binary.Operator), literal),
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private (BinaryExpression, string)? Narrow(BinaryExpression comparison, Expression subject, BinaryOperator @operator, LiteralExpression literal)
    {
        if (subject is LiteralExpression)
        {
            return null;
        }

        var about = Printer.Print(subject);
        var range = _ranges.GetValueOrDefault(about) ?? new Range();
        _ranges[about] = range;
        var possible = literal.Value.Kind == ValueKind.String
            ? @operator != BinaryOperator.Equal || range.Is(literal.Value.AsString)
            : !decimal.TryParse(literal.Digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || range.Cut(@operator, number);
        return possible ? null : (comparison, about);
    }

    private static BinaryOperator Mirrored(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => @operator,
    };

    /// <summary>What the comparisons so far leave of a value.</summary>
    private sealed class Range
    {
        private decimal _least = decimal.MinValue;
        private decimal _most = decimal.MaxValue;
        private bool _aboveLeast;
        private bool _belowMost;
        private string? _text;

        /// <summary>The value equals a text; false when it already equals another.</summary>
        public bool Is(string text) => (_text ??= text) == text;

        /// <summary>Takes a comparison with a number into account; false when no number is left.</summary>
        public bool Cut(BinaryOperator @operator, decimal number)
        {
            if (@operator is BinaryOperator.Greater or BinaryOperator.GreaterOrEqual or BinaryOperator.Equal && number >= _least)
            {
                _aboveLeast = @operator == BinaryOperator.Greater || (number == _least && _aboveLeast);
                _least = number;
            }

            if (@operator is BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Equal && number <= _most)
            {
                _belowMost = @operator == BinaryOperator.Less || (number == _most && _belowMost);
                _most = number;
            }

            var isOutside = @operator == BinaryOperator.Equal && (number < _least || number > _most);
            return !isOutside && (_least < _most || (_least == _most && !_aboveLeast && !_belowMost));
        }
    }
}
