using Triggers.Language.Checking;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Shapes;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Customers;

/// <summary>Traits and other computations of a wrong type: one method a mistake. Codes TR0321 to TR0329.</summary>
internal static class TraitMistakes
{
    public static void TraitOfWrongType(this DiagnosticBag diagnostics, YamlScalar path, string kind, DataType type, IReadOnlyCollection<string> allowed) =>
        diagnostics.Error(
            "TR0321", path.Span,
            $"`{kind}` cannot be computed from {CheckMistakes.A(type)}.",
            $"Use a field of type {NearestName.OneOf(allowed)}.");

    public static void TraitOfManyValues(this DiagnosticBag diagnostics, YamlScalar path, string kind) =>
        diagnostics.Error(
            "TR0322", path.Span,
            $"`{kind}` gives one value, but an event has a list of these.",
            "Use `last` or `top` with `n`, or take the whole list.");

    public static void TraitWithoutModel(this DiagnosticBag diagnostics, YamlScalar source, IReadOnlyCollection<string> known) =>
        diagnostics.Error("TR0323", source.Span, "This trait does not say which model computes it.", $"Add `model:` with {NearestName.OneOf(known)}.");

    public static void UnknownModel(this DiagnosticBag diagnostics, YamlScalar model, IReadOnlyCollection<string> known) =>
        diagnostics.Error(
            "TR0324", model.Span,
            $"There is no model `{ShapeMistakes.Short(model.Value)}` for this.",
            NearestName.Remedy(model.Value, known, ""));

    public static void SegmentOfSegments(this DiagnosticBag diagnostics, YamlScalar text) =>
        diagnostics.Error(
            "TR0326", text.Span,
            "What segments and stages are made of cannot depend on segments and stages.",
            "Write the condition over traits.");

    public static void ExpressionOfWrongType(this DiagnosticBag diagnostics, YamlScalar text, DataType type, IReadOnlyCollection<string> allowed) =>
        diagnostics.Error("TR0325", text.Span, $"This gives {CheckMistakes.A(type)}.", $"It must give {NearestName.OneOf(allowed)}.");
}
