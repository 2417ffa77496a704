using System.Text.RegularExpressions;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Engine.State;

/// <summary>
/// The blobs that released versions wrote, with what they say, in the folder <c>Blobs</c>. A blob is made once, with TRIGGERS_APPROVE=1, before its version is released, and then
/// never again: who changes the layout makes another version.
/// </summary>
internal static partial class Blobs
{
    /// <summary>A blob.</summary>
    public static byte[] Read(string name) => Convert.FromHexString(File.ReadAllText(PathOf(name)).ReplaceLineEndings(""));

    /// <summary>Compares a blob with that in the folder.</summary>
    public static void Verify(string name, byte[] blob) => VerifyText(name, Line().Replace(Convert.ToHexStringLower(blob), "$0\n"));

    /// <summary>Compares a text with that in the folder.</summary>
    public static void VerifyText(string name, string text)
    {
        if (Environment.GetEnvironmentVariable("TRIGGERS_APPROVE") == "1" && name != "version-1.hex")
        {
            File.WriteAllText(PathOf(name), text);
        }

        Assert.Equal(File.ReadAllText(PathOf(name)).ReplaceLineEndings("\n"), text);
    }

    private static string PathOf(string name) => Repository.PathOf("tests", "Triggers.Tests", "Engine", "State", "Blobs", name);

    [GeneratedRegex(".{1,120}")]
    private static partial Regex Line();
}
