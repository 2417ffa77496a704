using Triggers.Language.Checking;
using Triggers.Language.Evaluation;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Shapes;
using Triggers.Model.Values;

namespace Triggers.Language.Templates;

/// <summary>What can be wrong with a template: one method a mistake. Codes TR0801 to TR0819.</summary>
internal sealed class TemplateMistakes(EmbeddedText text, DiagnosticBag diagnostics)
{
    private const string Sample = "{{ customer.first_name | default: \"friend\" }}";

    public void NotClosed(int start) => Report("TR0801", start, 2, "This `{{` is never closed.", $"Close it with `}}}}`: `{Sample}`; or write `{{{{ \"{{{{\" }}}}` for the characters themselves.");

    public void NotOpened(int start) => Report("TR0802", start, 2, "This `}}` closes nothing.", "Remove it, or write `{{` before the value.");

    public void Logic(int start) =>
        Report("TR0803", start, 2, "Templates have no logic: `{%` means nothing here.", "Make two offers or two variants, or let a trait say what is to be shown.");

    public void NoValue(int start, int length) => Report("TR0804", start, length, "There is no value between `{{` and `}}`.", $"Write for instance `{Sample}`.");

    public void Unexpected(int start, int length, string wanted) =>
        Report("TR0805", start, length, $"`{ShapeMistakes.Short(text.Content.Substring(start, length).Trim())}` is not expected here.", wanted);

    public void UnknownFilter(int start, string name, IReadOnlyCollection<string> known) =>
        Report("TR0806", start, name.Length, $"There is no filter `{ShapeMistakes.Short(name)}`.", NearestName.Remedy(name, known, ""));

    public void FilterTwice(int start, string name) => Report("TR0807", start, name.Length, $"`{name}` is the second filter of its sort.", "Keep one of the two.");

    public void DefaultWithoutText(int start, string name) => Report("TR0808", start, name.Length, "`default` says nothing.", "Write a text that is not empty: `default: \"friend\"`.");

    public void FilterOfWrongType(int start, string name, DataType type) => Report(
        "TR0809", start, name.Length,
        $"`{name}` does not work with {CheckMistakes.A(type)}.",
        name is "date" or "time" ? "Use it with a timestamp, or remove it." : "Use it with text, or remove it.");

    public void UnknownVariable(int start, string name, IReadOnlyList<Variable> known) => Report(
        "TR0811", start, name.Length, $"`{ShapeMistakes.Short(name)}` is not known here.", Holder(name, known) is { } holder
            ? $"Did you mean `{holder}.{name}`?"
            : NearestName.Remedy(name, [.. known.Select(v => v.Name)], ""));

    public void UnknownField(int start, string name, RecordType record) => Report(
        "TR0812", start, name.Length, $"`{record.Name}` has no field `{ShapeMistakes.Short(name)}`.", NearestName.Remedy(name, [.. record.Fields.Select(f => f.Name)], "It has no fields."));

    public void NoFields(int start, string name, string owner, DataType type) =>
        Report("TR0813", start, name.Length, $"`{owner}` is {CheckMistakes.A(type)} and has no field `{ShapeMistakes.Short(name)}`.", "End the path before it.");

    public void NotWritable(int start, int length, string path, DataType type) => Report(
        "TR0814", start, length, $"`{path}` is {CheckMistakes.A(type)}, which cannot be written into a text.", type.Kind == DataTypeKind.Record
            ? $"Name one of its fields: {NearestName.OneOf([.. type.Record!.Fields.Select(f => f.Name)])}."
            : "Use a text, a number, an amount or a timestamp.");

    public void MayBeAbsent(int start, string path) => Report(
        "TR0815", start, path.Length,
        $"`{path}` may have no value, and then nothing would stand here.",
        $"Say what stands there instead: `{{{{ {path} | default: \"…\" }}}}`.");

    public void TooLong(int length, int most) =>
        Report("TR0816", 0, text.Content.Length, $"The text has {length} characters without its values; at most {most} are allowed.", "Shorten it.");

    private static string? Holder(string name, IReadOnlyList<Variable> known) => known.FirstOrDefault(v => v.Type.Record?.Find(name) is not null)?.Name;

    private void Report(string code, int start, int length, string message, string remedy) => diagnostics.Error(code, text.Span(start, length), message, remedy);
}
