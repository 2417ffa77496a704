using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Triggers.Language.Workspaces.Definitions;

/// <summary>Writes the definition of one file kind as JSON Schema.</summary>
internal sealed class SchemaWriter
{
    private readonly SortedDictionary<string, ObjectDefinition> _objects = new(StringComparer.Ordinal);

    /// <summary>The schema, indented, ending with a line end.</summary>
    public string Write(FileKind kind)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
            json.WriteString("title", $"{kind.Pattern} of a Triggers workspace");
            json.WriteString("description", kind.Root.Doc);
            Root(json, kind);
            Collect(kind.Root);
            json.WriteStartObject("definitions");
            foreach (var definition in _objects.Values)
            {
                json.WriteStartObject(definition.Name);
                Object(json, definition);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Root(Utf8JsonWriter json, FileKind kind)
    {
        if (!kind.IsFolder)
        {
            Reference(json, kind.Root);
            return;
        }

        json.WriteStartArray("oneOf");
        json.WriteStartObject();
        Reference(json, kind.Root);
        json.WriteEndObject();
        json.WriteStartObject();
        List(json, new(kind.Root));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>Draft 7 ignores what stands beside <c>$ref</c>, so it goes into an <c>allOf</c>.</summary>
    private static void Reference(Utf8JsonWriter json, ObjectDefinition definition)
    {
        json.WriteStartArray("allOf");
        json.WriteStartObject();
        json.WriteString("$ref", $"#/definitions/{definition.Name}");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void Collect(Shape shape)
    {
        switch (shape)
        {
            case ObjectDefinition definition when _objects.TryAdd(definition.Name, definition):
                foreach (var key in definition.Keys)
                {
                    Collect(key.Shape);
                }

                break;
            case ListShape list:
                Collect(list.Item);
                break;
            case MapShape map:
                Collect(map.Value);
                break;
            case EitherShape either:
                foreach (var form in either.Forms)
                {
                    Collect(form);
                }

                break;
            default:
                break;
        }
    }

    private static void Object(Utf8JsonWriter json, ObjectDefinition definition)
    {
        json.WriteString("type", "object");
        json.WriteString("description", definition.Doc);
        json.WriteStartObject("properties");
        foreach (var key in definition.Keys)
        {
            json.WriteStartObject(key.Name);
            json.WriteString("description", UnbuiltFeatures.Find(definition, key) is { } instead ? $"{key.Doc} (Not built yet. {instead})" : key.Doc);
            Content(json, key.Shape);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        Strings(json, "required", definition.Keys.Where(k => k.IsRequired).Select(k => k.Name));
        Partners(json, definition);
        OneOf(json, definition);
        if (definition.Others is null)
        {
            json.WriteBoolean("additionalProperties", false);
        }
        else
        {
            json.WriteStartObject("additionalProperties");
            Content(json, definition.Others);
            json.WriteEndObject();
        }
    }

    private static void Partners(Utf8JsonWriter json, ObjectDefinition definition)
    {
        if (definition.Keys.All(k => k.OnlyWith.Count == 0))
        {
            return;
        }

        json.WriteStartObject("dependencies");
        foreach (var key in definition.Keys.Where(k => k.OnlyWith.Count > 0))
        {
            json.WriteStartObject(key.Name);
            json.WriteStartArray("anyOf");
            Required(json, key.OnlyWith);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void OneOf(Utf8JsonWriter json, ObjectDefinition definition)
    {
        if (definition.ExactlyOne.Count > 0)
        {
            json.WriteStartArray("oneOf");
            Required(json, definition.ExactlyOne);
            json.WriteEndArray();
        }
    }

    private static void Required(Utf8JsonWriter json, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            json.WriteStartObject();
            Strings(json, "required", [name]);
            json.WriteEndObject();
        }
    }

    private static void Content(Utf8JsonWriter json, Shape shape)
    {
        switch (shape)
        {
            case ObjectDefinition definition:
                Reference(json, definition);
                break;
            case ScalarShape scalar:
                Scalar(json, scalar);
                break;
            case ListShape list:
                List(json, list);
                break;
            case MapShape map:
                Map(json, map);
                break;
            case EitherShape either:
                json.WriteStartArray("oneOf");
                foreach (var form in either.Forms)
                {
                    json.WriteStartObject();
                    Content(json, form);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                break;
            default:
                break;
        }
    }

    private static void Scalar(Utf8JsonWriter json, ScalarShape scalar)
    {
        if (scalar.JsonTypes.Count == 1)
        {
            json.WriteString("type", scalar.JsonTypes[0]);
        }
        else
        {
            Strings(json, "type", scalar.JsonTypes);
        }

        if (scalar.Values is { } values && scalar.JsonTypes[0] == "string")
        {
            Strings(json, "enum", values);
        }

        if (scalar.Pattern is { } pattern)
        {
            json.WriteString("pattern", pattern);
        }

        if (scalar.Range is var (least, most))
        {
            json.WriteNumber("minimum", least);
            json.WriteNumber("maximum", most);
        }
    }

    private static void List(Utf8JsonWriter json, ListShape list)
    {
        json.WriteString("type", "array");
        if (!list.MayBeEmpty)
        {
            json.WriteNumber("minItems", 1);
        }

        json.WriteStartObject("items");
        Content(json, list.Item);
        json.WriteEndObject();
    }

    private static void Map(Utf8JsonWriter json, MapShape map)
    {
        json.WriteString("type", "object");
        if (map.MustHaveOne)
        {
            json.WriteNumber("minProperties", 1);
        }

        json.WriteStartObject("patternProperties");
        json.WriteStartObject(map.Key.Pattern ?? "^");
        Content(json, map.Value);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteBoolean("additionalProperties", false);
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        var all = values.ToList();
        if (all.Count > 0)
        {
            json.WriteStartArray(name);
            all.ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }
    }
}
