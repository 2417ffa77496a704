using Triggers.Language.Text;
using Triggers.Language.Workspaces.Formatting;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces;

/// <summary>
/// Brings a file of a workspace into the one form: two blanks a level, <c>{ a: b }</c> and <c>[a, b]</c> with the same blanks everywhere, one empty line where there were
/// several, comments kept. Changes no value and no order; formatting twice changes nothing more.
/// </summary>
public static class WorkspaceFormatter
{
    /// <summary>The formatted text, line ends <c>\n</c>; the text as it is when it is no readable YAML (which <c>check</c> explains).</summary>
    public static string Format(string path, string content)
    {
        var diagnostics = new DiagnosticBag();
        var source = new SourceText(path, content);
        var root = YamlReader.Read(source, diagnostics);
        if (diagnostics.HasErrors)
        {
            return content;
        }

        var comments = YamlComments.Find(source, root);
        var text = YamlWriter.Write(source, root, comments);
        return text is not null && SaysTheSame(path, text, root, comments) ? text : content;
    }

    /// <summary>The proof that nothing was lost: the same values and the same comments. A form that the writer does not know leaves the file alone.</summary>
    private static bool SaysTheSame(string path, string text, YamlNode? root, List<YamlComment> comments)
    {
        var diagnostics = new DiagnosticBag();
        var source = new SourceText(path, text);
        var again = YamlReader.Read(source, diagnostics);
        return !diagnostics.HasErrors && Same(root, again) && YamlComments.Find(source, again).Select(c => c.Text).SequenceEqual(comments.Select(c => c.Text));
    }

    private static bool Same(YamlNode? left, YamlNode? right) => (left, right) switch
    {
        (null, null) => true,
        (YamlScalar a, YamlScalar b) => a.Value == b.Value && a.IsPlain == b.IsPlain,
        (YamlSequence a, YamlSequence b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(pair => Same(pair.First, pair.Second)),
        (YamlMapping a, YamlMapping b) => a.Entries.Count == b.Entries.Count &&
            a.Entries.Zip(b.Entries).All(pair => pair.First.Name == pair.Second.Name && Same(pair.First.Value, pair.Second.Value)),
        _ => false,
    };
}
