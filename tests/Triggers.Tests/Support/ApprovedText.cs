using System.Runtime.CompilerServices;
using Xunit;

namespace Triggers.Tests.Support;

/// <summary>
/// Compares a text as a whole with a file that a person has read and approved, in the folder <c>Approved</c> beside the test. To approve what a test gives now, run it
/// with TRIGGERS_APPROVE=1 and read the difference in version control.
/// </summary>
internal static class ApprovedText
{
    public static void Verify(string actual, string name, [CallerFilePath] string test = "")
    {
        // The path in the binary is that of the build; the folder below tests/ is the same everywhere.
        var below = test.Replace('\\', '/');
        below = below[(below.LastIndexOf("/tests/", StringComparison.Ordinal) + 1)..];
        var file = Path.Combine(Repository.Root, Path.GetDirectoryName(below)!, "Approved", name + ".txt");
        if (Environment.GetEnvironmentVariable("TRIGGERS_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        Assert.True(File.Exists(file), $"There is no approved text {file}; run the test once with TRIGGERS_APPROVE=1 and read what it wrote.");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }
}
