using Triggers.Language.Checking;
using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Shapes;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.References;

/// <summary>Names that nothing has, or that two things have: one method a mistake. Codes TR0301 to TR0319.</summary>
internal static class ReferenceMistakes
{
    public static void UnknownEvent(this DiagnosticBag diagnostics, YamlScalar name, IReadOnlyCollection<string> known) =>
        diagnostics.Error(
            "TR0301", name.Span,
            $"There is no event `{ShapeMistakes.Short(name.Value)}` in events.yaml.",
            NearestName.Remedy(name.Value, known, "Declare it there."));

    public static void UnknownEventOfField(this DiagnosticBag diagnostics, YamlScalar path, IReadOnlyCollection<string> known)
    {
        var dot = path.Value.LastIndexOf('.');
        var name = dot > 0 ? path.Value[..dot] : path.Value;
        var nearest = NearestName.Find(name, known);
        diagnostics.Error(
            "TR0302",
            path.Span,
            $"`{ShapeMistakes.Short(path.Value)}` names no field of an event in events.yaml.",
            nearest is null ? $"Write event and field, such as `{known.FirstOrDefault("order.placed")}.time`." : $"Did you mean `{nearest}{(dot > 0 ? path.Value[dot..] : ".time")}`?");
    }

    public static void UnknownField(this DiagnosticBag diagnostics, YamlScalar path, int start, int length, RecordType record) =>
        diagnostics.Error(
            "TR0303",
            path.Text.Span(start, length),
            $"`{record.Name}` has no field `{ShapeMistakes.Short(path.Value.Substring(start, length))}`.",
            NearestName.Remedy(path.Value.Substring(start, length), [.. record.Fields.Select(f => f.Name)], "Declare it in events.yaml."));

    public static void NoFieldsInside(this DiagnosticBag diagnostics, YamlScalar path, int start, int length, DataType type) =>
        diagnostics.Error(
            "TR0310", path.Text.Span(start, length),
            $"`{path.Value.Substring(start, length)}` is {CheckMistakes.A(type)} and has no fields.",
            "End the path here.");

    public static void UnknownOffer(this DiagnosticBag diagnostics, YamlScalar name, IReadOnlyCollection<string> known) =>
        diagnostics.Error(
            "TR0304", name.Span,
            $"There is no offer `{ShapeMistakes.Short(name.Value)}`.",
            NearestName.Remedy(name.Value, known, $"Add the file offers/{ShapeMistakes.Short(name.Value)}.yaml."));

    public static void UnknownChannel(this DiagnosticBag diagnostics, YamlScalar name, IReadOnlyCollection<string> known) =>
        diagnostics.Error(
            "TR0305", name.Span,
            $"There is no channel `{ShapeMistakes.Short(name.Value)}` in channels.yaml.",
            NearestName.Remedy(name.Value, known, "Declare it there."));

    public static void NameTakenTwice(this DiagnosticBag diagnostics, YamlScalar name, string noun, SourceSpan first) =>
        diagnostics.Error(
            "TR0306", name.Span,
            $"There are two {noun}s with the name `{name.Value}`.",
            $"Choose another name; the first is in {first.Source.Name}, line {first.Source.Position(first.Start).Line}.");

    public static void UnknownMembership(this DiagnosticBag diagnostics, YamlScalar name, MembershipKind kind, IReadOnlyCollection<string> known) =>
        diagnostics.Error(
            "TR0311", name.Span,
            $"There is no {(kind == MembershipKind.Stage ? "stage" : "segment")} `{ShapeMistakes.Short(name.Value)}` in segments.yaml.",
            NearestName.Remedy(name.Value, known, "Declare it there."));

    public static void UnknownTrigger(this DiagnosticBag diagnostics, YamlScalar name, IReadOnlyCollection<string> known) =>
        diagnostics.Error(
            "TR0312", name.Span,
            $"There is no trigger `{ShapeMistakes.Short(name.Value)}`.",
            NearestName.Remedy(name.Value, known, "Add it under triggers/."));

    public static void UnknownPurpose(this DiagnosticBag diagnostics, YamlScalar name, IReadOnlyCollection<string> known) =>
        diagnostics.Error(
            "TR0313", name.Span,
            $"No trigger sends anything of the purpose `{ShapeMistakes.Short(name.Value)}`.",
            NearestName.Remedy(name.Value, known, "Remove it."));

    public static void UnknownTag(this DiagnosticBag diagnostics, YamlScalar name, IReadOnlyCollection<string> known) =>
        diagnostics.Error(
            "TR0315", name.Span,
            $"No trigger sends anything with the tag `{ShapeMistakes.Short(name.Value)}`.",
            NearestName.Remedy(name.Value, known, "Add `tags:` to `send` of a trigger, or remove it."));

    public static void UnknownPool(this DiagnosticBag diagnostics, YamlScalar name, IReadOnlyCollection<string> known) =>
        diagnostics.Error(
            "TR0314", name.Span,
            $"There is no code pool `{ShapeMistakes.Short(name.Value)}`.",
            NearestName.Remedy(name.Value, known, $"Add the file codes/{ShapeMistakes.Short(name.Value)}.yaml."));

    public static void TraitNameTaken(this DiagnosticBag diagnostics, YamlScalar name) =>
        diagnostics.Error("TR0307", name.Span, $"`customer.{name.Value}` is built in.", "Choose another name for the trait.");

    public static void SameIdentity(this DiagnosticBag diagnostics, YamlScalar name, string noun, string other) =>
        diagnostics.Error("TR0308", name.Span, $"The {noun}s `{name.Value}` and `{other}` would share one identity in stored state.", "Rename one of the two.");

    public static void ChannelTwice(this DiagnosticBag diagnostics, YamlScalar name) =>
        diagnostics.Error("TR0309", name.Span, $"The channel `{name.Value}` is in the list twice.", "Keep one of the two.");
}
