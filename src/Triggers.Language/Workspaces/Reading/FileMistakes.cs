using Triggers.Language.Text;
using Triggers.Language.Workspaces.Definitions;

namespace Triggers.Language.Workspaces.Reading;

/// <summary>Files that are missing or in the wrong place: one method a mistake. Codes TR0131 to TR0139.</summary>
internal static class FileMistakes
{
    public static void MissingFile(this DiagnosticBag diagnostics, SourceText source, FileKind kind) =>
        diagnostics.Error("TR0131", new(source, 0, 0), $"The workspace has no {kind.Path}.", $"Add it with {RequiredKeys(kind)}.");

    public static void EmptyFile(this DiagnosticBag diagnostics, SourceText source, FileKind kind) =>
        diagnostics.Error("TR0132", new(source, 0, 0), $"{source.Name} says nothing.", $"Fill it with {RequiredKeys(kind)}, or remove the file.");

    public static void UnknownFile(this DiagnosticBag diagnostics, SourceText source, string? nearest) =>
        diagnostics.Error(
            "TR0133",
            new(source, 0, 0),
            $"{source.Name} is not a file of a workspace.",
            nearest is null ? $"Use {NearestName.OneOf([.. FileKinds.All.Select(k => k.Pattern)])}." : $"Did you mean `{nearest}`?");

    public static void WrongExtension(this DiagnosticBag diagnostics, SourceText source) =>
        diagnostics.Error("TR0134", new(source, 0, 0), $"{source.Name} ends with .yml.", $"Name it `{source.Name[..^4]}.yaml`.");

    private static string RequiredKeys(FileKind kind)
    {
        var keys = kind.Root.Keys.Where(k => k.IsRequired).Select(k => $"{k.Name}:");
        return NearestName.OneOf([.. keys]).Replace(" or ", " and ", StringComparison.Ordinal);
    }
}
