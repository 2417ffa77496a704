using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Definitions;
using Triggers.Language.Workspaces.Reading;
using Triggers.Language.Workspaces.RuleTests;

namespace Triggers.Language.Workspaces;

/// <summary>Workspace text → checked plan. Pure: no files, no clock.</summary>
public static class WorkspaceCompiler
{
    /// <summary>Checks all files in one go; the plan is null when there is an error. All diagnostics are reported, warnings too.</summary>
    public static WorkspacePlan? Compile(WorkspaceFiles files, DiagnosticBag diagnostics) => CompileWithTests(files, diagnostics)?.Plan;

    /// <summary>The same, with the rule tests of the workspace in the order of its files.</summary>
    public static (WorkspacePlan Plan, IReadOnlyList<RuleTest> Tests)? CompileWithTests(WorkspaceFiles files, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        var reader = new WorkspaceReader(new(files, found), found);
        var plan = reader.Read(VersionOf(files));
        foreach (var diagnostic in found.Sorted().WithoutFollowing())
        {
            diagnostics.Add(diagnostic);
        }

        return found.HasErrors ? null : (plan, reader.Tests);
    }

    /// <summary>
    /// The version of a workspace: a hash over paths and contents (line ends do not count), 16 hexadecimal digits. Rule tests and files that are no YAML change no
    /// outcome and therefore no version.
    /// </summary>
    public static string VersionOf(WorkspaceFiles files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in files.Paths())
        {
            if (DecidesOutcomes(path))
            {
                Append(hash, path);
                Append(hash, files.Files[path].ReplaceLineEndings("\n"));
            }
        }

        return BinaryPrimitives.ReadUInt64BigEndian(hash.GetHashAndReset()).ToString("x16", CultureInfo.InvariantCulture);
    }

    private static bool DecidesOutcomes(string path) =>
        path.EndsWith(".yaml", StringComparison.Ordinal) && !path.StartsWith(FileKinds.Tests.Path, StringComparison.Ordinal);

    /// <summary>Length first, so that no two lists of texts give the same bytes.</summary>
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
