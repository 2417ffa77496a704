using Triggers.Language.Workspaces;
using Triggers.Tests.Support;

namespace Triggers.Tests.Language.Workspaces;

/// <summary>All workspaces of the repository: the folders that hold a <c>workspace.yaml</c>.</summary>
internal static class WorkspacesInTheTree
{
    /// <summary>Path below the repository and files, by path.</summary>
    public static IEnumerable<(string Name, WorkspaceFiles Files)> All() =>
        new[] { "src", "tests", "load-tests", "docs", "playbooks" }
            .Select(folder => Repository.PathOf(folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "workspace.yaml", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(file)!).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(path => (path, Support.Workspaces.Folder(path.Split('/'))));
}
