using Triggers.Language.Text;
using Triggers.Language.Workspaces.Definitions;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading;

/// <summary>Differences between a file and its definition: one method a mistake. Codes TR0111 to TR0129.</summary>
internal static class ShapeMistakes
{
    private const int LongestQuote = 60;

    public static void UnknownKey(this DiagnosticBag diagnostics, YamlScalar key, ObjectDefinition definition) =>
        diagnostics.Error("TR0111", key.Span, $"`{Short(key.Value)}` is not a key of {definition.Noun}.", NearestName.Remedy(key.Value, definition.Names, ""));

    public static void MissingKey(this DiagnosticBag diagnostics, SourceSpan place, ObjectDefinition definition, KeyDefinition key) =>
        diagnostics.Error("TR0112", place, $"`{key.Name}` is missing in {definition.Noun}.", $"Add `{key.Name}:` {Lower(key.Doc)}");

    public static void NoneOf(this DiagnosticBag diagnostics, SourceSpan place, ObjectDefinition definition) =>
        diagnostics.Error("TR0113", place, $"{Upper(definition.Noun)} needs one of its kinds.", $"Add {NearestName.OneOf(definition.ExactlyOne)}.");

    public static void MoreThanOneOf(this DiagnosticBag diagnostics, YamlScalar extra, YamlScalar first, ObjectDefinition definition) =>
        diagnostics.Error("TR0114", extra.Span, $"{Upper(definition.Noun)} cannot have both `{first.Value}` and `{extra.Value}`.", "Keep one of the two.");

    public static void KeyWithoutItsPartner(this DiagnosticBag diagnostics, YamlScalar extra, KeyDefinition key) =>
        diagnostics.Error("TR0115", extra.Span, $"`{key.Name}` means nothing without {NearestName.OneOf(key.OnlyWith)}.", $"Remove `{key.Name}`, or add {NearestName.OneOf(key.OnlyWith)}.");

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

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
