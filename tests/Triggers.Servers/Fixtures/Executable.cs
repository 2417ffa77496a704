namespace Triggers.Servers.Fixtures;

/// <summary>Programs of this machine.</summary>
public static class Executable
{
    /// <summary>Full path of a program on <c>PATH</c>, or null.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);
}
