namespace Triggers.HouseRules.Tree;

/// <summary>The tree as it lies on the disk, without what builds and tools leave behind.</summary>
internal static class Repository
{
    private static readonly HashSet<string> Leftovers =
        new(StringComparer.Ordinal) { ".git", ".idea", ".vs", "bin", "obj", "out", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts" };

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>Every text file, read once.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } = [.. Read(new DirectoryInfo(Root))];

    /// <summary>The file with this path; null when there is none.</summary>
    public static SourceFile? File(string path) => Files.FirstOrDefault(file => file.Path == path);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Triggers.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No Triggers.sln above {AppContext.BaseDirectory}.");
    }

    private static IEnumerable<SourceFile> Read(DirectoryInfo folder)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => !Leftovers.Contains(entry.Name)).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (entry is DirectoryInfo below)
            {
                foreach (var file in Read(below))
                {
                    yield return file;
                }
            }
            else if (System.IO.File.ReadAllText(entry.FullName) is var text && !text.Contains('\0', StringComparison.Ordinal))
            {
                yield return new SourceFile(Path.GetRelativePath(Root, entry.FullName).Replace('\\', '/'), text);
            }
        }
    }
}
