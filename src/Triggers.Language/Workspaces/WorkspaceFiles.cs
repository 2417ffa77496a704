namespace Triggers.Language.Workspaces;

/// <summary>
/// The text of a workspace: relative path (forward slashes) → content. What is hashed, put into rules records and compiled; the same everywhere.
/// </summary>
/// <param name="Files">By path; see <see cref="Paths"/> for their order.</param>
public sealed record WorkspaceFiles(IReadOnlyDictionary<string, string> Files)
{
    /// <summary>All paths in ordinal order.</summary>
    public string[] Paths()
    {
        string[] paths = [.. Files.Keys];
        Array.Sort(paths, StringComparer.Ordinal);
        return paths;
    }
}
