using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Triggers.Language.Text;

/// <summary>Diagnostics as one JSON array, for programs.</summary>
internal static class DiagnosticJson
{
    public static string Write(IReadOnlyList<Diagnostic> diagnostics)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            foreach (var diagnostic in diagnostics)
            {
                WriteOne(json, diagnostic);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void WriteOne(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        var span = diagnostic.Span;
        var (line, column) = span.Source.Position(span.Start);
        var (endLine, endColumn) = span.Source.Position(span.Start + span.Length);
        json.WriteStartObject();
        json.WriteString("file", span.Source.Name);
        json.WriteNumber("line", line);
        json.WriteNumber("column", column);
        json.WriteNumber("endLine", endLine);
        json.WriteNumber("endColumn", endColumn);
        json.WriteString("severity", DiagnosticText.Word(diagnostic.Severity));
        json.WriteString("code", diagnostic.Code);
        json.WriteString("message", diagnostic.Message);
        json.WriteString("remedy", diagnostic.Remedy);
        json.WriteEndObject();
    }
}
