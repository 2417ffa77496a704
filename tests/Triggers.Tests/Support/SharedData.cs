namespace Triggers.Tests.Support;

/// <summary>Real data that is not part of the repository: the folder in TRIGGERS_SHARED, else <c>shared</c> beside the repository or above it.</summary>
internal static class SharedData
{
    /// <summary>The path of a file or folder below <c>data</c>; null when it is not there.</summary>
    public static string? PathOf(string name) => RootedPathOf(Path.Combine("data", name));

    /// <summary>The path of a file or folder below the shared folder itself; null when it is not there.</summary>
    public static string? RootedPathOf(string name) =>
        Roots().Select(root => Path.Combine(root, name)).FirstOrDefault(path => File.Exists(path) || Directory.Exists(path));

    private static IEnumerable<string> Roots()
    {
        if (Environment.GetEnvironmentVariable("TRIGGERS_SHARED") is { Length: > 0 } given)
        {
            yield return given;
        }

        for (var folder = new DirectoryInfo(Repository.Root).Parent; folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "shared");
        }
    }
}
