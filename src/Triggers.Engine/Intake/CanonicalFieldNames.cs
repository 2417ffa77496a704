using System.Text;
using System.Text.Json;
using Triggers.Model.Values;

namespace Triggers.Engine.Intake;

/// <summary>
/// Finds the fields of a record type by the UTF-8 bytes of their names. Canonical JSON has them in the order of the type, so the search begins behind the last one found.
/// </summary>
internal sealed class CanonicalFieldNames(RecordType type)
{
    private readonly byte[][] _names = [.. type.Fields.Select(field => Encoding.UTF8.GetBytes(field.Name))];

    /// <summary>The field that the property name at which the reader stands names, or null. <paramref name="next"/> becomes the ordinal behind it.</summary>
    public FieldDefinition? Find(ref Utf8JsonReader reader, ref int next)
    {
        for (var tried = 0; tried < _names.Length; tried++)
        {
            var ordinal = next + tried < _names.Length ? next + tried : next + tried - _names.Length;
            if (reader.ValueTextEquals(_names[ordinal]))
            {
                next = ordinal + 1;
                return type.Fields[ordinal];
            }
        }

        return null;
    }
}
