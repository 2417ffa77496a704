using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Shapes;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading;

/// <summary>What works but is probably not meant: one method a warning. Codes TR0601 to TR0619.</summary>
internal static class WorkspaceWarnings
{
    public static void UnusedTrait(this DiagnosticBag diagnostics, YamlScalar name) =>
        diagnostics.Warning("TR0601", name.Span, $"Nothing uses the trait `{name.Value}`.", $"Use it as `customer.{name.Value}`, or remove it.");

    public static void ConstantSegment(this DiagnosticBag diagnostics, YamlScalar name, YamlScalar condition, bool always) =>
        diagnostics.Warning(
            "TR0602",
            condition.Span,
            $"{(always ? "Every" : "No")} customer is in the segment `{name.Value}`: its condition is always {(always ? "true" : "false")}.",
            "Compare something of the customer, such as a trait, or remove the segment.");

    public static void ConstantCondition(this DiagnosticBag diagnostics, YamlScalar condition, bool always) =>
        diagnostics.Warning(
            "TR0603",
            condition.Span,
            always ? "This condition is always true." : "This condition is never true: the trigger can never fire.",
            always ? "Remove it." : "Correct it, or remove the trigger.");

    public static void Contradiction(this DiagnosticBag diagnostics, SourceSpan place, string about) =>
        diagnostics.Warning(
            "TR0604", place,
            $"This is never true: `{ShapeMistakes.Short(about)}` was compared before with something that excludes it.",
            "Correct one of the two comparisons, or join them with `||`.");

    public static void SameTrigger(this DiagnosticBag diagnostics, YamlScalar name, YamlScalar other) =>
        diagnostics.Warning(
            "TR0605", name.Span,
            $"The triggers `{name.Value}` and `{other.Value}` say the same.",
            "Remove one of the two, or say in what they differ.");

    public static void StartEndsItself(this DiagnosticBag diagnostics, YamlScalar until) =>
        diagnostics.Warning(
            "TR0606",
            until.Span,
            $"Every `{until.Value}` also ends the run that it starts again: `repeat` has no effect.",
            "Give it a `where`, or remove it from `until`.");

    public static void UnusedPool(this DiagnosticBag diagnostics, YamlScalar name) =>
        diagnostics.Warning("TR0607", name.Span, $"No offer gives the codes of `{name.Value}`.", $"Give them with `codes: {{ pool: {name.Value} }}` in an offer, or remove the pool.");
}
