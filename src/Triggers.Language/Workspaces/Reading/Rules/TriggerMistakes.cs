using Triggers.Language.Checking;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Rules;

/// <summary>Triggers that make no sense: one method a mistake. Codes TR0401 to TR0419.</summary>
internal static class TriggerMistakes
{
    public static void NothingWaits(this DiagnosticBag diagnostics, YamlScalar key) =>
        diagnostics.Error(
            "TR0401", key.Span,
            $"`{key.Value}` does nothing without `wait`: the trigger fires at once.",
            $"Add `wait:` with a duration such as `30m`, or remove `{key.Value}`.");

    public static void UntilKeyWithoutKey(this DiagnosticBag diagnostics, YamlScalar key) =>
        diagnostics.Error(
            "TR0402", key.Span,
            "The runs of this trigger have no key that this one could be compared with.",
            "Add `key:` to `when`, or remove it here: then all the customer's runs end.");

    public static void KeysOfDifferentTypes(this DiagnosticBag diagnostics, YamlScalar key, DataType type, DataType expected) =>
        diagnostics.Error(
            "TR0403", key.Span,
            $"This key is {CheckMistakes.A(type)}, the trigger's key is {CheckMistakes.A(expected)}: they are never equal.",
            "Make both the same type, for instance with `string(…)`.");

    public static void OncePerMissingKey(this DiagnosticBag diagnostics, YamlScalar again) =>
        diagnostics.Error("TR0404", again.Span, "The runs of this trigger have no key.", "Add `key:` to `when`, or write `again: once`.");

    public static void ScheduleForNobody(this DiagnosticBag diagnostics, YamlScalar schedule) =>
        diagnostics.Error("TR0405", schedule.Span, "This schedule does not say for whom it is.", "Add `over:` with the name of a segment.");

    public static void TooManySteps(this DiagnosticBag diagnostics, YamlSequence steps, int most) =>
        diagnostics.Error(
            "TR0406", steps.Span,
            $"There are {steps.Items.Count} steps; at most {most} are possible.",
            "Split the trigger, or count events of one type with `at_least`.");

    public static void StepNameTaken(this DiagnosticBag diagnostics, YamlScalar name) =>
        diagnostics.Error("TR0407", name.Span, $"`{name.Value}` already names something that conditions see.", "Choose another name for this step.");

    public static void AbsenceFirst(this DiagnosticBag diagnostics, YamlScalar key) =>
        diagnostics.Error(
            "TR0408", key.Span,
            "The first step must be an event that comes: before it nobody is watching.",
            "Put an `event:` step before it, or use `silence:`.");

    public static void AbsenceWithoutEnd(this DiagnosticBag diagnostics, YamlScalar key) =>
        diagnostics.Error("TR0409", key.Span, "Nobody can wait for ever to see that something does not come.", "Add `within:` with a duration such as `1d`.");

    public static void WithinFirst(this DiagnosticBag diagnostics, YamlScalar key) =>
        diagnostics.Error("TR0410", key.Span, $"`{key.Value}` counts from the step before; the first step has none.", "Move it to a later step, or remove it.");

    public static void NoCustomerZone(this DiagnosticBag diagnostics, YamlScalar zone) =>
        diagnostics.Error(
            "TR0412", zone.Span,
            "Nothing says in which time zone a customer is.",
            "Add `customer_zone: customer.time_zone` (a trait that holds it) to workspace.yaml, or write `zone: workspace`.");

    public static void EachOfMany(this DiagnosticBag diagnostics, YamlScalar key) =>
        diagnostics.Error("TR0411", key.Span, "`each` lets every single event go on; it cannot be counted as well.", "Remove `at_least` or `each`.");
}
