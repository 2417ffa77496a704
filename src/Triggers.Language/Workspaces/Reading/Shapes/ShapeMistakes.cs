using System.Buffers;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Definitions;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading.Shapes;

/// <summary>Differences between a file and its definition: one method a mistake. Codes TR0111 to TR0129.</summary>
internal static class ShapeMistakes
{
    private const int LongestQuote = 60;

    private static readonly SearchValues<char> OfConditions = SearchValues.Create("()<>=&|\"");

    public static void UnknownKey(this DiagnosticBag diagnostics, YamlScalar key, ObjectDefinition definition, IEnumerable<ObjectDefinition> around) =>
        diagnostics.Error("TR0111", key.Span, $"`{Short(key.Value)}` is not a key of {definition.Noun}.", KeyRemedy(key.Value, definition, around));

    public static void MissingKey(this DiagnosticBag diagnostics, SourceSpan place, ObjectDefinition definition, KeyDefinition key) =>
        diagnostics.Error("TR0112", place, $"`{key.Name}` is missing in {definition.Noun}.", $"Add `{key.Name}:`. {key.Doc}");

    public static void NoneOf(this DiagnosticBag diagnostics, SourceSpan place, ObjectDefinition definition) =>
        diagnostics.Error(
            "TR0113", place,
            $"{Upper(definition.Noun)} must have exactly one of its main keys.",
            $"Add {NearestName.OneOf(definition.ExactlyOne)}.");

    public static void MoreThanOneOf(this DiagnosticBag diagnostics, YamlScalar extra, YamlScalar first, ObjectDefinition definition) =>
        diagnostics.Error("TR0114", extra.Span, $"{Upper(definition.Noun)} cannot have both `{first.Value}` and `{extra.Value}`.", "Keep one of the two.");

    public static void KeyWithoutItsPartner(this DiagnosticBag diagnostics, YamlScalar extra, KeyDefinition key) =>
        diagnostics.Error(
            "TR0115", extra.Span,
            $"`{key.Name}` means nothing without {NearestName.OneOf(key.OnlyWith)}.",
            $"Remove `{key.Name}`, or add {NearestName.OneOf(key.OnlyWith)}.");

    public static void NoValue(this DiagnosticBag diagnostics, SourceSpan place, string owner, Shape shape) =>
        diagnostics.Error("TR0116", place, $"{Upper(owner)} has no value.", $"Write {shape.Example}, or remove it.");

    public static void WrongSort(this DiagnosticBag diagnostics, YamlNode node, string owner, Shape shape) =>
        diagnostics.Error("TR0117", node.Span, $"{Upper(owner)} must be {shape.Expected}, not {node.Kind}.", $"Write {shape.Example}.");

    public static void WrongValue(this DiagnosticBag diagnostics, YamlScalar scalar, string owner, ScalarShape shape) =>
        diagnostics.Error(
            "TR0118",
            scalar.Span,
            shape.Values is null ? $"{Upper(owner)} must be {shape.Noun}; `{Short(scalar.Value)}` is none." : $"{Upper(owner)} cannot be `{Short(scalar.Value)}`.",
            shape.Remedy(scalar.Value));

    public static void WrongName(this DiagnosticBag diagnostics, YamlScalar key, string owner, ScalarShape shape) =>
        diagnostics.Error("TR0119", key.Span, $"`{Short(key.Value)}` in {owner} is not {shape.Noun}.", $"Use {shape.Sample}.");

    public static void EmptyList(this DiagnosticBag diagnostics, SourceSpan place, string owner) =>
        diagnostics.Error("TR0120", place, $"{Upper(owner)} is an empty list.", "Give at least one item, or remove it.");

    public static void NotBuilt(this DiagnosticBag diagnostics, YamlScalar key, string instead) =>
        diagnostics.Error("TR0121", key.Span, $"`{key.Value}` is part of the language, but not built yet.", instead);

    /// <summary>A value as it is quoted in a message: one line, not too long.</summary>
    public static string Short(string value)
    {
        var line = value.ReplaceLineEndings(" ");
        return line.Length <= LongestQuote ? line : line[..LongestQuote] + "…";
    }

    /// <summary>A key that is no word is mostly the rest of a condition that a comma has cut; a key of a neighbouring group has a wrong indentation.</summary>
    private static string KeyRemedy(string key, ObjectDefinition definition, IEnumerable<ObjectDefinition> around)
    {
        if (key.AsSpan().ContainsAny(OfConditions))
        {
            return "Inside `{ }` a comma ends the value before it: put that value in quotes.";
        }

        if (around.FirstOrDefault(outer => outer.Find(key) is not null) is { } owner)
        {
            return $"It is a key of {owner.Noun}: move it further out.";
        }

        return definition.Keys.FirstOrDefault(k => k.Shape is ObjectDefinition inner && inner.Find(key) is not null) is { } group
            ? $"It belongs under `{group.Name}:`."
            : NearestName.Remedy(key, definition.Names, "");
    }

    /// <summary>The beginning of a sentence; names of files stay as they are.</summary>
    private static string Upper(string text) => text.Contains('.', StringComparison.Ordinal) ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
