using System.Text;
using Triggers.Language.Workspaces;
using Triggers.Runtime.Ports;

namespace Triggers.Files.Workspaces;

/// <summary>A workspace in a folder of the disk.</summary>
public static class WorkspaceDirectory
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads every YAML file below <paramref name="folder"/>; hidden files and folders (names that begin with a dot) are left out.</summary>
    /// <exception cref="OutsideFault">There is no such folder, or a file cannot be read.</exception>
    public static WorkspaceFiles Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw File.Exists(folder)
                ? new OutsideFault($"{folder} is a file, not a workspace.", $"Give the folder that holds workspace.yaml{Hint(folder)}.")
                : new OutsideFault($"There is no folder {folder}.", "Give the folder of a workspace: the one that holds workspace.yaml.");
        }

        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Yaml(folder))
        {
            files.Add(path, ReadText(Path.Combine(folder, path)));
        }

        return files.Count > 0
            ? new(files)
            : throw new OutsideFault($"The folder {folder} holds no YAML files, so it is no workspace.", "Give the folder that holds workspace.yaml.");
    }

    /// <summary>Writes one file below <paramref name="folder"/> as UTF-8, making the folders it needs.</summary>
    /// <exception cref="OutsideFault">It cannot be written.</exception>
    public static void Write(string folder, string path, string content)
    {
        var file = Path.Combine(folder, path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            File.WriteAllBytes(file, Strict.GetBytes(content));
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new OutsideFault($"The file {file} cannot be written: {broken.Message}", "Check the folder and its permissions.", inner: broken);
        }
    }

    private static string Hint(string file) => Path.GetFileName(file) == "workspace.yaml" ? $": {Path.GetDirectoryName(Path.GetFullPath(file))}" : "";

    /// <summary>Paths below the folder, with forward slashes, in ordinal order.</summary>
    private static List<string> Yaml(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.System, IgnoreInaccessible = false };
        try
        {
            var paths = new List<string>();
            foreach (var file in Directory.EnumerateFiles(folder, "*.y*ml", options))
            {
                var path = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
                if (!path.StartsWith('.') && !path.Contains("/.", StringComparison.Ordinal))
                {
                    paths.Add(path);
                }
            }

            paths.Sort(StringComparer.Ordinal);
            return paths;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            throw new OutsideFault($"The folder {folder} cannot be read: {broken.Message}", "Check its permissions.", inner: broken);
        }
    }

    private static string ReadText(string file)
    {
        try
        {
            return Strict.GetString(File.ReadAllBytes(file)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException broken)
        {
            throw new OutsideFault($"The file {file} is not UTF-8.", "Save it as UTF-8.", inner: broken);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            throw new OutsideFault($"The file {file} cannot be read: {broken.Message}", "Check its permissions.", inner: broken);
        }
    }
}
