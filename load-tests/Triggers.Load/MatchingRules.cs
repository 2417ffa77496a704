using System.Globalization;
using System.Linq.Expressions;
using Triggers.Engine.Index;
using Triggers.Language.Evaluation;
using Triggers.Language.Schema;
using Triggers.Language.Text;
using Triggers.Model.Values;

namespace Triggers.Load;

/// <summary>The conditions of the workload <c>rules-N</c>: rule i wants one type, one category and more than an amount.</summary>
internal static class MatchingRules
{
    private static readonly int[] Amounts = [120, 160, 200, 240, 280, 320, 360, 400, 420, 440, 450, 460, 470, 480, 485, 490];

    /// <summary>Rule <paramref name="index"/> as numbers; <c>Cents</c> is not reached by the amount itself.</summary>
    internal static PackedRule Packed(int index, EventCatalogue catalogue) =>
        new(catalogue.Types[index % 8].Ordinal, index / 8 % 200, 100 * Amounts[(index + (index / 1600)) % 16]);

    /// <summary>The same as a compiled delegate.</summary>
    internal static Func<PackedEvent, bool> Compiled(PackedRule rule)
    {
        var candidate = Expression.Parameter(typeof(PackedEvent));
        BinaryExpression Compare(string field, int constant, Func<Expression, Expression, BinaryExpression> comparison) =>
            comparison(Expression.Property(candidate, field), Expression.Constant(constant));
        return Expression.Lambda<Func<PackedEvent, bool>>(
            Expression.AndAlso(
                Expression.AndAlso(
                    Compare(nameof(PackedEvent.Type), rule.Type, Expression.Equal), Compare(nameof(PackedEvent.Category), rule.Category, Expression.Equal)),
                Compare(nameof(PackedEvent.Cents), rule.Cents, Expression.GreaterThan)),
            candidate).Compile();
    }

    /// <summary>The same in the product's own language.</summary>
    internal static Subscription Subscription(PackedRule rule, EventCatalogue catalogue)
    {
        var type = catalogue.Types[rule.Type];
        var text = string.Create(CultureInfo.InvariantCulture, $"event.category == {rule.Category} && event.amount > {rule.Cents / 100}");
        return new(type, CompiledExpression.Compile(
            EmbeddedText.Whole(new("rule", text)), [new("event", EvaluationFrame.Event, DataType.Of(type.Record))], DataType.Bool, new()));
    }
}
