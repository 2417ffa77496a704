using Triggers.Model.Values;

namespace Triggers.Language.Functions;

/// <summary>The functions of texts, and the size of everything that has one. Letters are compared as they are, without any culture.</summary>
internal static class Texts
{
    public static Value Contains(Value text, Value part) =>
        Both(text, part) ? Value.Of(text.AsString.Contains(part.AsString, StringComparison.Ordinal)) : Errors.Of(text, part);

    public static Value StartsWith(Value text, Value part) =>
        Both(text, part) ? Value.Of(text.AsString.StartsWith(part.AsString, StringComparison.Ordinal)) : Errors.Of(text, part);

    public static Value EndsWith(Value text, Value part) =>
        Both(text, part) ? Value.Of(text.AsString.EndsWith(part.AsString, StringComparison.Ordinal)) : Errors.Of(text, part);

    /// <summary>Code points of a text, bytes, elements or entries.</summary>
    public static Value Size(Value value) => value.Kind switch
    {
        ValueKind.String => Value.Of(CodePoints(value.AsString)),
        ValueKind.Bytes => Value.Of((long)value.AsBytes.Length),
        ValueKind.List => Value.Of((long)value.AsList.Count),
        ValueKind.Map => Value.Of((long)value.AsMap.Count),
        _ => Errors.Of(value),
    };

    private static bool Both(in Value left, in Value right) => left.Kind == ValueKind.String && right.Kind == ValueKind.String;

    private static long CodePoints(string text)
    {
        long count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                count--;
            }
        }

        return count;
    }
}
