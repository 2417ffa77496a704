using Triggers.Language.Checking;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Shapes;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.RuleTests;

/// <summary>Mistakes in rule tests: one method a mistake. Codes TR0701 to TR0719.</summary>
internal static class RuleTestMistakes
{
    public static void WrongFieldValue(this DiagnosticBag diagnostics, YamlNode node, DataType type, string example) =>
        diagnostics.Error(
            "TR0701", node.Span,
            $"This is not {CheckMistakes.A(type)}{(node is YamlScalar scalar ? $": `{ShapeMistakes.Short(scalar.Value)}`" : "")}.",
            $"Write {example}.");

    public static void UnknownGivenField(this DiagnosticBag diagnostics, YamlScalar key, RecordType record, IReadOnlyCollection<string> known) =>
        diagnostics.Error(
            "TR0702", key.Span,
            $"`{record.Name}` has no field `{ShapeMistakes.Short(key.Value)}`.",
            NearestName.Remedy(key.Value, known, "Remove it, or declare it in events.yaml."));

    public static void UnknownTrait(this DiagnosticBag diagnostics, YamlScalar key, IReadOnlyCollection<string> known) =>
        diagnostics.Error(
            "TR0703", key.Span,
            $"There is no trait `{ShapeMistakes.Short(key.Value)}` in traits.yaml.",
            NearestName.Remedy(key.Value, known, "Declare it there."));

    public static void SameTestName(this DiagnosticBag diagnostics, YamlScalar name) =>
        diagnostics.Error("TR0704", name.Span, $"There are two tests called `{ShapeMistakes.Short(name.Value)}`.", "Say in the name what is different.");

    public static void BeforeTheFirstDay(this DiagnosticBag diagnostics, YamlScalar at) =>
        diagnostics.Error("TR0705", at.Span, "This is before the first day of the test.", "Set `day:` of the test to this day or an earlier one.");

    public static void AfterTheEnd(this DiagnosticBag diagnostics, YamlScalar at) =>
        diagnostics.Error("TR0708", at.Span, "This is after the end of the test, where its clock stops.", "Set `until:` of the test to this time or a later one.");

    public static void UnknownPlaceholder(this DiagnosticBag diagnostics, YamlScalar value, string placeholder, IReadOnlyCollection<string> known) =>
        diagnostics.Error("TR0706", value.Span, $"No case gives a value for `{placeholder}`.", NearestName.Remedy(placeholder, known, "Add it to the cases."));

    public static void WrongMoment(this DiagnosticBag diagnostics, YamlScalar at) =>
        diagnostics.Error("TR0707", at.Span, $"`{ShapeMistakes.Short(at.Value)}` is not a time.", "Write `10:00`, `day 2 10:00` or `2026-03-29 10:00`.");
}
