using Triggers.Language.Text;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading;

/// <summary>Triggers that make no sense: one method a mistake. Codes TR0401 to TR0419.</summary>
internal static class TriggerMistakes
{
    public static void NothingWaits(this DiagnosticBag diagnostics, YamlScalar key) =>
        diagnostics.Error("TR0401", key.Span, $"`{key.Value}` does nothing without `wait`: the trigger fires at once.", $"Add `wait:` with a duration such as `30m`, or remove `{key.Value}`.");

    public static void UntilKeyWithoutKey(this DiagnosticBag diagnostics, YamlScalar key) =>
        diagnostics.Error("TR0402", key.Span, "The runs of this trigger have no key that this one could be compared with.", "Add `key:` to `when`, or remove it here: then all the customer's runs end.");

    public static void KeysOfDifferentTypes(this DiagnosticBag diagnostics, YamlScalar key, DataType type, DataType expected) =>
        diagnostics.Error("TR0403", key.Span, $"This key is {type}, the trigger's key is {expected}: they are never equal.", "Make both the same type, for instance with `string(…)`.");

    public static void KeyOfWrongType(this DiagnosticBag diagnostics, YamlScalar key, DataType type) =>
        diagnostics.Error("TR0404", key.Span, $"A key cannot be of type {type}.", "Use a string, int, bool or timestamp, such as the id of a cart or order.");
}
