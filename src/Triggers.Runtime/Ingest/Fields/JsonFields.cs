using System.Text;
using System.Text.Json;

namespace Triggers.Runtime.Ingest.Fields;

/// <summary>Finds the wanted fields of a JSON object in one pass, without reading their values. Of a name that comes twice the last counts.</summary>
internal static class JsonFields
{
    /// <summary>
    /// Marks where the fields of the object stand; false when the JSON value is no object. Costs a JSON reader only when the layout is new or a text has escapes.
    /// </summary>
    /// <param name="json">One whole JSON value.</param>
    /// <param name="names">The wanted names.</param>
    /// <param name="layouts">What earlier objects of this source looked like.</param>
    /// <param name="slots">One place a wanted name; cleared first.</param>
    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    public static bool TryFind(ReadOnlySpan<byte> json, SourceFieldNames names, JsonLayouts layouts, Span<RawField> slots)
    {
        slots.Clear();
        if (layouts.TryFind(json, slots))
        {
            return true;
        }

        slots.Clear();
        layouts.Begin();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            reader.Read();
            return false;
        }

        for (var position = 0; reader.Read() && reader.TokenType != JsonTokenType.EndObject; position++)
        {
            var slot = reader.ValueIsEscaped ? names.Find(Encoding.UTF8.GetBytes(reader.GetString()!), position) : names.Find(reader.ValueSpan, position);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            if (slot >= 0)
            {
                slots[slot] = Place(ref reader);
            }
            else
            {
                reader.Skip();
            }

            layouts.See(start, (int)reader.BytesConsumed, slot);
        }

        reader.Read();
        layouts.Learn(json);
        return true;
    }

    /// <summary>Where the value at the reader stands; an object or array is passed.</summary>
    public static RawField Place(ref Utf8JsonReader reader)
    {
        var at = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.String when !reader.ValueIsEscaped:
                return new(RawForm.Text, at + 1, reader.ValueSpan.Length);
            case JsonTokenType.String:
                return new(RawForm.EscapedText, at, reader.ValueSpan.Length + 2);
            case JsonTokenType.Number:
                return new(RawForm.Number, at, reader.ValueSpan.Length);
            case JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null:
                var form = reader.TokenType == JsonTokenType.True ? RawForm.True : reader.TokenType == JsonTokenType.False ? RawForm.False : RawForm.Null;
                return new(form, at, reader.ValueSpan.Length);
            default:
                reader.Skip();
                return new(RawForm.Structure, at, (int)reader.BytesConsumed - at);
        }
    }
}
