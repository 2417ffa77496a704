using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Triggers.Language.Text;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation;

/// <summary>Tries expressions outside of a workspace: <c>triggers eval</c>. Variables come as JSON and are of type <c>dyn</c>.</summary>
public static class ExpressionConsole
{
    /// <summary>Most variables of one expression.</summary>
    public const int MostVariables = EvaluationFrame.FirstLocal - EvaluationFrame.FirstNamed;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Evaluates one line <c>{"expr": text, "vars": {name: value}}</c> and answers with one line: <c>{"result": value, "type": text}</c>, or
    /// <c>{"check": text}</c> when the line or the expression is wrong, or <c>{"eval": text}</c> when evaluating it gives an error. Never throws.
    /// </summary>
    public static string EvaluateLine(string json)
    {
        try
        {
            using var line = JsonDocument.Parse(json);
            if (line.RootElement.ValueKind != JsonValueKind.Object || !line.RootElement.TryGetProperty("expr", out var expression) ||
                expression.ValueKind != JsonValueKind.String)
            {
                return Answer("check", "The line is not an object with \"expr\" (text) and perhaps \"vars\" (object).");
            }

            JsonElement? variables = line.RootElement.TryGetProperty("vars", out var given) ? given : null;
            return Answer(Evaluate(new("expression", expression.GetString()!), variables));
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return Answer("check", $"The line is not JSON: {malformed.Message}");
        }
    }

    /// <summary>Evaluates one expression. <paramref name="variables"/>: a JSON object of names and values, or null.</summary>
    public static ExpressionOutcome Evaluate(SourceText expression, JsonElement? variables)
    {
        var text = EmbeddedText.Whole(expression);
        var diagnostics = new DiagnosticBag();
        var frame = new EvaluationFrame();
        var declared = Declare(text, variables, frame, diagnostics);
        if (ExpressionCompiler.Compile(text, declared, null, CompileOptions.Specification, diagnostics) is not { } compiled || diagnostics.HasErrors)
        {
            return new(diagnostics.Sorted(), Value.Absent, DataType.Dyn);
        }

        var result = compiled.Evaluate(frame);
        return new([], result, compiled.Type.Kind == DataTypeKind.Dyn ? Functions.TypeNames.Of(result) : compiled.Type);
    }

    private static List<Variable> Declare(EmbeddedText text, JsonElement? variables, EvaluationFrame frame, DiagnosticBag diagnostics)
    {
        var declared = new List<Variable>();
        if (variables is null or { ValueKind: JsonValueKind.Null })
        {
            return declared;
        }

        if (variables is not { ValueKind: JsonValueKind.Object } given || given.EnumerateObject().Count() > MostVariables)
        {
            diagnostics.Error(
                "TR0219", text.Span(0, 0), "The variables cannot be used.", $"Give at most {MostVariables} as one JSON object: {{\"name\": value}}.");
            return declared;
        }

        foreach (var variable in given.EnumerateObject())
        {
            var slot = EvaluationFrame.FirstNamed + declared.Count;
            declared.Add(new(variable.Name, slot, DataType.Dyn));
            frame[slot] = ExpressionJson.Read(variable.Value);
        }

        return declared;
    }

    private static string Answer(ExpressionOutcome outcome)
    {
        if (outcome.Diagnostics.Count > 0)
        {
            return Answer("check", string.Join(" ", outcome.Diagnostics.Select(Line)));
        }

        if (outcome.Value.IsError)
        {
            return Answer("eval", outcome.Value.AsError.Message);
        }

        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Readable);
        writer.WriteStartObject();
        writer.WritePropertyName("result");
        if (!ExpressionJson.Write(writer, outcome.Value))
        {
            return Answer("eval", $"the result holds more than {ExpressionJson.MostValues} values");
        }

        writer.WriteString("type", outcome.Type.ToString());
        writer.WriteEndObject();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Line(Diagnostic diagnostic)
    {
        var (line, column) = diagnostic.Span.Source.Position(diagnostic.Span.Start);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{line}:{column}: {diagnostic.Message} {diagnostic.Remedy}");
    }

    private static string Answer(string name, string message)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartObject();
            writer.WriteString(name, message);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
