using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Tests.Language.Workspaces;

/// <summary>What an editor sees of a YAML file: plain scalars are numbers, booleans and null as in YAML's core schema.</summary>
internal static class YamlJson
{
    private static readonly Regex Whole = new("^[-+]?[0-9]+$");
    private static readonly Regex Number = new("^[-+]?([.][0-9]+|[0-9]+([.][0-9]*)?)([eE][-+]?[0-9]+)?$");

    /// <summary>The file as JSON; null for an empty file.</summary>
    public static JsonNode? Of(string path, string content)
    {
        var diagnostics = new DiagnosticBag();
        var node = YamlReader.Read(new(path, content), diagnostics);
        return diagnostics.Count > 0
            ? throw new InvalidOperationException(DiagnosticText.Write(diagnostics.Sorted(), DiagnosticFormat.Text))
            : node is null ? null : Json(node);
    }

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMapping mapping => new JsonObject(mapping.Entries.Select(e => KeyValuePair.Create(e.Name, Json(e.Value)))),
        YamlSequence sequence => new JsonArray([.. sequence.Items.Select(Json)]),
        YamlScalar scalar => Scalar(scalar),
        _ => throw new InvalidOperationException(),
    };

    private static JsonValue? Scalar(YamlScalar scalar) => scalar switch
    {
        { IsEmpty: true } => null,
        { IsPlain: true, Value: "true" or "false" } => JsonValue.Create(scalar.Value == "true"),
        { IsPlain: true } when Whole.IsMatch(scalar.Value) => JsonValue.Create(long.Parse(scalar.Value, CultureInfo.InvariantCulture)),
        { IsPlain: true } when Number.IsMatch(scalar.Value) => JsonValue.Create(double.Parse(scalar.Value, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(scalar.Value),
    };
}
