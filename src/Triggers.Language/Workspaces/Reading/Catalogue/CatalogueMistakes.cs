using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Shapes;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Catalogue;

/// <summary>Mistakes in <c>events.yaml</c> that its form does not show: one method a mistake. Codes TR0501 to TR0519.</summary>
internal static class CatalogueMistakes
{
    /// <summary>What other systems call our types.</summary>
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["integer"] = "int", ["long"] = "int", ["number"] = "double", ["float"] = "double", ["decimal"] = "money", ["price"] = "money", ["text"] = "string",
        ["boolean"] = "bool", ["date"] = "timestamp", ["datetime"] = "timestamp", ["time"] = "timestamp", ["array"] = "list(…)",
    };

    public static void UnknownType(this DiagnosticBag diagnostics, YamlScalar type, string name, IReadOnlyCollection<string> known) =>
        diagnostics.Error(
            "TR0501",
            type.Span,
            $"`{ShapeMistakes.Short(name)}` is not a type.",
            Synonyms.TryGetValue(name, out var meant) ? $"Use `{meant}`." : NearestName.Remedy(name, known, ""));

    public static void TypeNameTaken(this DiagnosticBag diagnostics, YamlScalar name) =>
        diagnostics.Error("TR0502", name.Span, $"`{name.Value}` is the name of a built-in type.", "Choose another name.");

    public static void TypeContainsItself(this DiagnosticBag diagnostics, YamlScalar name) =>
        diagnostics.Error("TR0503", name.Span, $"The type `{name.Value}` contains itself.", "Remove the field that leads back to it.");

    public static void FieldNameTaken(this DiagnosticBag diagnostics, YamlScalar name) =>
        diagnostics.Error(
            "TR0504", name.Span,
            $"Every event has the field `{name.Value}` already.",
            "Remove it, or choose another name and map it to the source's field under `mapping:`.");

    public static void ListTooDeep(this DiagnosticBag diagnostics, YamlScalar type, int deepest) =>
        diagnostics.Error("TR0505", type.Span, $"Lists are nested more than {deepest} deep here.", "Declare a record under `types:` for the inner part.");

    public static void RecordTooDeep(this DiagnosticBag diagnostics, YamlScalar name, int deepest) =>
        diagnostics.Error(
            "TR0511", name.Span,
            $"Records are nested more than {deepest} deep at `{name.Value}`.",
            "Use fewer levels: put the fields of the inner records into the outer ones.");

    public static void MappingWithoutEvents(this DiagnosticBag diagnostics, YamlScalar topic, IReadOnlyCollection<string> known) =>
        diagnostics.Error(
            "TR0506", topic.Span,
            $"No event comes from `{ShapeMistakes.Short(topic.Value)}`.",
            NearestName.Remedy(topic.Value, known, "Declare its events under `events:` first."));

    public static void MappingLacks(this DiagnosticBag diagnostics, YamlScalar topic, string key, string format) =>
        diagnostics.Error(
            "TR0507", topic.Span,
            $"The mapping of `{topic.Value}` does not say where `{key}` stands.",
            $"Add `{key}:` with the name of its field; {format} has no fixed place for it.");

    public static void EventNotOfTopic(this DiagnosticBag diagnostics, YamlScalar name, string topic, IReadOnlyCollection<string> known) =>
        diagnostics.Error(
            "TR0508", name.Span,
            $"No event `{ShapeMistakes.Short(name.Value)}` comes from `{topic}`.",
            NearestName.Remedy(name.Value, known, ""));

    public static void FieldOfNoEvent(this DiagnosticBag diagnostics, YamlScalar name, string topic, IReadOnlyCollection<string> known) =>
        diagnostics.Error(
            "TR0509", name.Span,
            $"No event from `{topic}` has a field `{ShapeMistakes.Short(name.Value)}`.",
            NearestName.Remedy(name.Value, known, "Remove it: these events have no fields."));

    public static void GroupOfEnvelopes(this DiagnosticBag diagnostics, YamlScalar group) =>
        diagnostics.Error(
            "TR0512", group.Span,
            "CloudEvents are not grouped: each is an event of its own.",
            "Add `format: csv` or `format: json`, or remove `group`.");

    public static void NoListOfRows(this DiagnosticBag diagnostics, YamlScalar rows, EventType type, string topic, IReadOnlyCollection<string> lists) =>
        diagnostics.Error(
            "TR0513", rows.Span,
            $"`{ShapeMistakes.Short(rows.Value)}` is not the same list of records in every event from `{topic}`: not in {type.Name}.",
            NearestName.Remedy(rows.Value, lists, "Declare what a row says as a record under `types:`, for instance `line`, and give every event the field `lines: list(line)`."));

    public static void SumOfWrongType(this DiagnosticBag diagnostics, YamlScalar field, DataType sum, EventType type, DataType declared) =>
        diagnostics.Error(
            "TR0514", field.Span,
            $"The sum is of type {sum}, the field `{field.Value}` of {type.Name} of type {declared}.",
            $"Declare the field as `{field.Value}: {sum}`, or sum something else.");

    public static void RestNotLast(this DiagnosticBag diagnostics, YamlScalar name) =>
        diagnostics.Error(
            "TR0515", name.Span,
            $"In `{ShapeMistakes.Short(name.Value)}` something follows the `*`, which stands for any rest.",
            "Write the `*` last, as in `C*`.");

    public static void WrongTimeFormat(this DiagnosticBag diagnostics, YamlScalar format) =>
        diagnostics.Error(
            "TR0510",
            format.Span,
            $"`{ShapeMistakes.Short(format.Value)}` does not describe a time.",
            "Write it as in `yyyy-MM-dd HH:mm:ss`; letters that stand for themselves go into single quotes: `'UTC'`.");
}
