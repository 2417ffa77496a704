using System.Text.Json;
using Triggers.Language.Evaluation;
using Triggers.Language.Text;
using Triggers.Model.Values;
using Xunit;

namespace Triggers.Tests.Language.Evaluation;

public sealed class ExpressionConsoleTests
{
    [Theory]
    [InlineData("""{"expr": "1 + 2"}""", """{"result":"3","type":"int"}""")]
    [InlineData("""{"expr": "3u"}""", """{"result":"3","type":"uint"}""")]
    [InlineData("""{"expr": "1.5 * 2.0"}""", """{"result":3,"type":"double"}""")]
    [InlineData("""{"expr": "0.0 / 0.0"}""", """{"result":"NaN","type":"double"}""")]
    [InlineData("""{"expr": "-1.0 / 0.0"}""", """{"result":"-Infinity","type":"double"}""")]
    [InlineData("""{"expr": "b\"abc\""}""", """{"result":"YWJj","type":"bytes"}""")]
    [InlineData("""{"expr": "timestamp(\"2009-02-13T23:31:30.5Z\")"}""", """{"result":"2009-02-13T23:31:30.5Z","type":"timestamp"}""")]
    [InlineData("""{"expr": "duration(\"-1500ms\")"}""", """{"result":"-1.5s","type":"duration"}""")]
    [InlineData("""{"expr": "[1, \"a\", null, true]"}""", """{"result":["1","a",null,true],"type":"list(dyn)"}""")]
    [InlineData("""{"expr": "{1: [2]}"}""", """{"result":{"1":["2"]},"type":"map(int, list(int))"}""")]
    [InlineData("""{"expr": "type(1)"}""", """{"result":"int","type":"type"}""")]
    [InlineData("""{"expr": "x + 1", "vars": {"x": 41}}""", """{"result":"42","type":"int"}""")]
    [InlineData("""{"expr": "x == 41.0 && a.b[1] == 'é' && y == 1.5", "vars": {"x": 41, "y": 1.5, "a": {"b": [null, "é"]}}}""", """{"result":true,"type":"bool"}""")]
    [InlineData("""{"expr": "x", "vars": {"x": 18446744073709551615}}""", """{"result":"18446744073709551615","type":"uint"}""")]
    [InlineData("""{"expr": "1 / 0"}""", """{"eval":"divide by zero"}""")]
    [InlineData("""{"expr": "timestamp(\"x\")"}""", """{"eval":"type conversion error: \"x\" is no timestamp"}""")]
    [InlineData("""{"expr": "y", "vars": {"x": 1}}""", """{"check":"1:1: `y` is not known here. Did you mean `x`?"}""")]
    [InlineData("""{"expr": "1 +"}""", """{"check":"1:4: The expression ends too early. Add a value: a field such as event.value, a number, or a text in quotes."}""")]
    [InlineData("""{"expr": 1}""", """{"check":"The line is not an object with \"expr\" (text) and perhaps \"vars\" (object)."}""")]
    [InlineData("""{"expr": "x", "vars": [1]}""", """{"check":"1:1: The variables cannot be used. Give at most 30 as one JSON object: {\"name\": value}. 1:1: `x` is not known here. No variables can be used here."}""")]
    public void A_line_gives_a_result_or_a_check_error_or_an_evaluation_error(string line, string expected) =>
        Assert.Equal(expected, ExpressionConsole.EvaluateLine(line));

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("{\"expr\": \"1\"")]
    [InlineData("""{"expr": "\ud800"}""")]
    [InlineData("""{"expr": "x", "vars": {"x": "\ud800"}}""")]
    [InlineData("null")]
    public void A_line_that_is_no_JSON_is_a_check_error(string line) => Assert.StartsWith("{\"check\":\"The line", ExpressionConsole.EvaluateLine(line), StringComparison.Ordinal);

    [Fact]
    public void A_result_that_shares_its_parts_thousandfold_is_refused_and_not_written_out()
    {
        var expression = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]";
        for (var i = 0; i < 8; i++)
        {
            expression = $"[{expression}].map(x{i}, [x{i}, x{i}, x{i}, x{i}, x{i}, x{i}])";
        }

        var line = JsonSerializer.Serialize(new { expr = expression });

        Assert.Equal("""{"eval":"the result holds more than 100000 values"}""", ExpressionConsole.EvaluateLine(line));
    }

    [Fact]
    public void Money_and_records_have_a_JSON_form_too()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Assert.True(ExpressionJson.Write(writer, Sample.Compile("event.items[1]").Evaluate(Sample.Frame())));
        }

        Assert.Equal("""{"sku":"D7","category":"diapers","quantity":"1","price":"20 EUR"}""", System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void An_outcome_has_the_diagnostics_of_the_expression()
    {
        var outcome = ExpressionConsole.Evaluate(new SourceText("expression", "1 + "), null);

        Assert.Equal((Value.Absent, "TR0211"), (outcome.Value, outcome.Diagnostics.Single().Code));
    }
}
