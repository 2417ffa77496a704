using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces;

namespace Triggers.Tests.Support;

/// <summary>Workspaces for tests: folders of the repository, or text written in the test.</summary>
internal static class Workspaces
{
    /// <summary>All files of a folder of the repository.</summary>
    public static WorkspaceFiles Folder(params string[] path)
    {
        var root = Repository.PathOf(path);
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
        return new(new SortedDictionary<string, string>(files, StringComparer.Ordinal));
    }

    /// <summary>
    /// Several files in one text: each begins with a line <c>=== PATH</c>.
    /// </summary>
    public static WorkspaceFiles Text(string text)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.ReplaceLineEndings("\n").Split("=== ", StringSplitOptions.RemoveEmptyEntries))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            files[part[..end].Trim()] = part[(end + 1)..];
        }

        return new(files);
    }

    /// <summary>The same files with some of them replaced or added; a null content removes the file.</summary>
    public static WorkspaceFiles With(this WorkspaceFiles files, params (string Path, string? Content)[] changes)
    {
        var changed = new SortedDictionary<string, string>(files.Files.ToDictionary(), StringComparer.Ordinal);
        foreach (var (path, content) in changes)
        {
            changed.Remove(path);
            if (content is not null)
            {
                changed[path] = content;
            }
        }

        return new(changed);
    }

    /// <summary>The plan of a workspace that must have no error.</summary>
    public static WorkspacePlan Plan(this WorkspaceFiles files)
    {
        var diagnostics = new DiagnosticBag();
        return WorkspaceCompiler.Compile(files, diagnostics) ??
            throw new InvalidOperationException(DiagnosticText.Write(diagnostics.Sorted(), DiagnosticFormat.Text));
    }

    /// <summary>What check says about a workspace.</summary>
    public static string Check(this WorkspaceFiles files)
    {
        var diagnostics = new DiagnosticBag();
        WorkspaceCompiler.Compile(files, diagnostics);
        return DiagnosticText.Write(diagnostics.Sorted(), DiagnosticFormat.Text);
    }
}
