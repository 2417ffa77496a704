using Triggers.Language.Evaluation;
using Triggers.Language.Evaluation.Predicates;
using Triggers.Model.Values;
using Xunit;

namespace Triggers.Tests.Language.Evaluation;

public sealed class PredicateTests
{
    private static readonly RecordType Event = new("post", [.. Fields(
        ("id", DataType.String), ("time", DataType.Timestamp), ("type", DataType.String), ("text", DataType.String), ("flag", DataType.Bool), ("count", DataType.Int), ("size", DataType.UInt),
        ("mood", DataType.Double), ("value", DataType.Money), ("at", DataType.Timestamp), ("lasts", DataType.Duration), ("any", DataType.Dyn), ("tags", DataType.List(DataType.String)))]);

    private static readonly IReadOnlyList<Variable> Variables =
    [
        new("event", EvaluationFrame.Event, DataType.Of(Event)),
        new("customer", EvaluationFrame.Customer, DataType.Of(Event)),
        new("first", EvaluationFrame.FirstNamed, DataType.Of(Event)),
    ];

    [Theory]
    [InlineData("event.text == 'a'", "text Equal \"a\"")]
    [InlineData("'a' == event.text", "text Equal \"a\"")]
    [InlineData("event.text != 'a'", "text NotEqual \"a\"")]
    [InlineData("event.text in ['b', 'a']", "text In \"b\" \"a\"")]
    [InlineData("event.text in []", "text In")]
    [InlineData("!(event.text in ['a'])", "text NotIn \"a\"")]
    [InlineData("!(event.text == 'a')", "text NotEqual \"a\"")]
    [InlineData("!!(event.text == 'a')", "text Equal \"a\"")]
    [InlineData("!!(event.text in ['a'])", "text In \"a\"")]
    [InlineData("event.flag", "flag Equal true")]
    [InlineData("!event.flag", "flag Equal false")]
    [InlineData("event.flag == false", "flag Equal false")]
    [InlineData("event.flag != true", "flag Equal false")]
    [InlineData("!(true != event.flag)", "flag Equal true")]
    [InlineData("event.count > 3", "count Greater 3")]
    [InlineData("3 > event.count", "count Less 3")]
    [InlineData("3 >= event.count", "count LessOrEqual 3")]
    [InlineData("-3 < event.count", "count Greater -3")]
    [InlineData("3 <= event.count", "count GreaterOrEqual 3")]
    [InlineData("3 != event.count", "count NotEqual 3")]
    [InlineData("event.count == 2 * 30", "count Equal 60")]
    [InlineData("event.count < 3u", "count Less 3")]
    [InlineData("event.count in [1, 2]", "count In 1 2")]
    [InlineData("event.size >= 3u", "size GreaterOrEqual 3u")]
    [InlineData("event.size < 3", "size Less 3u")]
    [InlineData("event.mood < 0.5", "mood Less 0.5")]
    [InlineData("event.mood >= 1", "mood GreaterOrEqual 1")]
    [InlineData("event.mood != -0.25", "mood NotEqual -0.25")]
    [InlineData("event.mood > 1.0 / 4.0", "mood Greater 0.25")]
    [InlineData("event.value >= 12.1", "value GreaterOrEqual 12.1 ")]
    [InlineData("0.1000000001 == event.value", "value Equal 0.1000000001 ")]
    [InlineData("event.value < 50", "value Less 50 ")]
    [InlineData("event.value < 1.0 / 4.0", "value Less 0.25 ")]
    [InlineData("event.at >= timestamp('2026-11-22T10:00:00Z')", "at GreaterOrEqual 2026-11-22T10:00:00Z")]
    [InlineData("has(event.text)", "text Present")]
    [InlineData("true", "")]
    [InlineData("event.text == 'a' && event.count > 3 && event.flag", "text Equal \"a\"; count Greater 3; flag Equal true")]
    [InlineData("(event.count > 3 && (event.count < 9 && event.flag)) && true", "count Greater 3; count Less 9; flag Equal true")]
    public void Conditions_on_fields_of_the_event_are_all_there_is(string expression, string predicates) => Assert.Equal($"{predicates} | whole", Predicates(expression));

    [Theory]
    [InlineData("event.text == 'a' && customer.count > 3", "text Equal \"a\"")]
    [InlineData("customer.count > 3 && event.text == 'a'", "text Equal \"a\"")]
    [InlineData("event.flag && (event.count > 1 || event.text == 'a')", "flag Equal true")]
    [InlineData("event.text < 'm'", "")]
    [InlineData("event.flag < true", "")]
    [InlineData("!(event.mood < 0.5)", "")]
    [InlineData("!(event.flag && event.count > 1)", "")]
    [InlineData("!has(event.text)", "")]
    [InlineData("event.count == event.count", "")]
    [InlineData("event.count + 1 > 3", "")]
    [InlineData("event.count > 1.5", "")]
    [InlineData("event.count < 18446744073709551615u", "")]
    [InlineData("event.size > -1", "")]
    [InlineData("event.mood == double('NaN')", "")]
    [InlineData("event.mood < 1.0 / double('x')", "")]
    [InlineData("event.value > 0.0000000000000000001", "")]
    [InlineData("event.value > 1e30", "")]
    [InlineData("event.lasts > duration('1h')", "")]
    [InlineData("event.any == 3", "")]
    [InlineData("'a' in event.tags", "")]
    [InlineData("event.text.startsWith('a')", "")]
    [InlineData("event.tags.exists(t, t == 'a')", "")]
    [InlineData("first.text == 'a'", "")]
    [InlineData("customer.flag", "")]
    [InlineData("has(customer.text)", "")]
    [InlineData("event.text", "")]
    [InlineData("false", "")]
    public void What_has_no_exact_counterpart_is_left_to_evaluation(string expression, string predicates) => Assert.Equal($"{predicates} | rest", Predicates(expression));

    [Fact]
    public void Predicates_are_equal_by_content()
    {
        EventPredicate Only(string expression) => Assert.Single(Sample.Compile(expression, null, Variables).ToConjunction().Predicates);

        Assert.Equal(Only("event.text in ['a', 'b']"), Only("event.text in ['a', 'b'] && customer.flag"));
        Assert.Equal(Only("event.count > 3").GetHashCode(), Only("3 < event.count").GetHashCode());
        Assert.NotEqual(Only("event.text in ['a', 'b']"), Only("event.text in ['b', 'a']"));
        Assert.NotEqual(Only("event.text == 'a'"), Only("event.id == 'a'"));
        Assert.NotEqual(Only("event.count > 3"), Only("event.count >= 3"));
    }

    [Fact]
    public void An_expression_without_predicates_has_none_of_its_own()
    {
        Assert.Same(EventConjunction.Unknown, Sample.Compile("customer.flag", null, Variables).ToConjunction());
        Assert.Same(EventConjunction.Always, Sample.Compile("true", null, Variables).ToConjunction());
    }

    private static string Predicates(string expression)
    {
        var conjunction = Sample.Compile(expression, null, Variables).ToConjunction();
        return $"{string.Join("; ", conjunction.Predicates.Select(p => string.Join(" ", [p.Field.Name, p.Operator, .. p.Operands])))} | {(conjunction.IsWhole ? "whole" : "rest")}";
    }

    private static IEnumerable<FieldDefinition> Fields(params (string Name, DataType Type)[] fields) =>
        fields.Select((field, ordinal) => new FieldDefinition(field.Name, ordinal, field.Type, Optional: true));
}
