using Triggers.Language.Workspaces.Definitions;

namespace Triggers.Language.Workspaces;

/// <summary>JSON Schema (draft 7, the one that editors support best) of every file kind, from the definitions that <c>check</c> uses.</summary>
public static class WorkspaceSchemas
{
    /// <summary>File name, such as <c>triggers.schema.json</c>, → text of the schema; always the same bytes.</summary>
    public static IReadOnlyDictionary<string, string> Generate() =>
        FileKinds.All.ToDictionary(FileName, kind => new SchemaWriter().Write(kind), StringComparer.Ordinal);

    /// <summary>
    /// Where in a workspace the files of each schema are: <c>triggers.schema.json</c> → <c>triggers/*.yaml</c>. For the settings of an editor.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Patterns() =>
        FileKinds.All.ToDictionary(FileName, kind => kind.IsFolder ? kind.Path + "*.yaml" : kind.Path, StringComparer.Ordinal);

    private static string FileName(FileKind kind) => kind.Name + ".schema.json";
}
