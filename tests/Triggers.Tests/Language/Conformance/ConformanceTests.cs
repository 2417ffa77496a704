using System.Text.Json;
using Triggers.Language.Evaluation;
using Triggers.Language.Text;
using Triggers.Model.Values;
using Triggers.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Triggers.Tests.Language.Conformance;

/// <summary>CEL's own conformance suite (github.com/google/cel-spec, tests/simple), as far as this language claims it.</summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    private const string Suite = "conformance/cel/cel_simple_tests.json";

    [SharedDataFact(Suite)]
    public void Every_claimed_test_of_the_suite_passes_or_is_listed_with_its_reason()
    {
        using var suite = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf(Suite)!));
        ConformanceCase[] tests = [.. suite.RootElement.GetProperty("tests").EnumerateArray().Select(t => new ConformanceCase(t))];
        ConformanceCase[] claimed = [.. tests.Where(t => ConformanceScope.LeftOut(t) is null)];
        var failures = claimed.Select(t => (Test: t, Failure: Failure(t))).Where(r => r.Failure is not null).ToDictionary(r => r.Test.Name, r => r.Failure!);

        ResultFile.Write("cel-conformance.json", new
        {
            tests = tests.Length,
            inScope = claimed.Length,
            passed = claimed.Length - failures.Count,
            exceptions = failures.Keys.ToDictionary(name => name, name => ConformanceExceptions.Reasons.GetValueOrDefault(name, "not listed")),
            leftOut = tests.GroupBy(ConformanceScope.LeftOut).Where(g => g.Key is not null).ToDictionary(g => g.Key!, g => g.Count()),
        });
        output.WriteLine($"CEL conformance: {claimed.Length - failures.Count} of {claimed.Length} claimed tests pass; {tests.Length - claimed.Length} are left out.");
        Assert.Equal("", string.Join("\n", failures.Where(f => !ConformanceExceptions.Reasons.ContainsKey(f.Key)).Select(f => $"{f.Key}: {f.Value}")));
        Assert.Equal(ConformanceExceptions.Reasons.Keys.Order(), failures.Keys.Order());
        Assert.InRange(claimed.Length, 580, 700);
        Assert.True(failures.Count * 100 <= claimed.Length * 3, $"{failures.Count} of {claimed.Length} tests fail: more than 3 %.");
    }

    /// <summary>What went wrong; null when the test passes.</summary>
    private static string? Failure(ConformanceCase test)
    {
        var frame = new EvaluationFrame();
        var diagnostics = new DiagnosticBag();
        try
        {
            var variables = Variables(test, frame);
            var options = CompileOptions.Specification with { IsChecked = test.IsChecked, Container = test.Container };
            var text = EmbeddedText.Whole(new SourceText("expression", test.Expression));
            var compiled = ExpressionCompiler.Compile(text, variables, null, options, diagnostics);
            return compiled is null
                ? $"{test.Expression} does not compile: {string.Join(" ", diagnostics.Sorted().Select(d => d.Message))}"
                : Failure(test, compiled, frame);
        }
        catch (NotSupportedException missing)
        {
            return $"needs {missing.Message}";
        }
    }

    private static List<Variable> Variables(ConformanceCase test, EvaluationFrame frame)
    {
        var bound = test.Bindings.ToDictionary(b => b.GetProperty("key")[0].GetString()!, b => b.GetProperty("value")[0].GetProperty("value")[0]);
        var declared = test.Declarations.ToDictionary(
            d => d.GetProperty("name")[0].GetString()!,
            d => d.TryGetProperty("ident", out var type) ? ConformanceValue.ReadType(type[0].GetProperty("type")[0]) : throw new NotSupportedException("declared functions"));
        var variables = new List<Variable>();
        foreach (var name in declared.Keys.Union(bound.Keys))
        {
            var slot = EvaluationFrame.FirstNamed + variables.Count;
            variables.Add(new(name, slot, declared.GetValueOrDefault(name, DataType.Dyn)));
            frame[slot] = bound.TryGetValue(name, out var value) ? ConformanceValue.Read(value) : Value.Absent;
        }

        return variables;
    }

    private static string? Failure(ConformanceCase test, CompiledExpression compiled, EvaluationFrame frame)
    {
        if (test.TypedResult is { } typed && typed.TryGetProperty("deduced_type", out var type) && ConformanceValue.ReadType(type[0]) is var wanted &&
            wanted != compiled.Type)
        {
            return $"{test.Expression} has type {compiled.Type} instead of {wanted}";
        }

        if (test.IsCheckedOnly)
        {
            return null;
        }

        var actual = compiled.Evaluate(frame);
        if (test.ResultKind == "eval_error")
        {
            return actual.IsError ? null : $"{test.Expression} gives {actual} instead of an error";
        }

        var expected = test.ResultKind switch
        {
            "default_true" => Value.True,
            "typed_result" => ConformanceValue.Read(test.TypedResult!.Value.GetProperty("result")[0]),
            _ => ConformanceValue.Read(test.Value!.Value),
        };
        return actual.Equals(expected) ? null : $"{test.Expression} gives {actual} instead of {expected}";
    }
}
