using System.Reflection;
using Triggers.Files.Workspaces;
using Triggers.Language.Workspaces;

namespace Triggers.Cli.Output;

/// <summary>The workspace that <c>triggers new</c> writes: resources of this program, named after their paths, and the schemas that editors find beside them.</summary>
public static class StartingWorkspace
{
    /// <summary>Folder of the schemas in a workspace; hidden, so that <c>check</c> leaves it alone.</summary>
    public const string SchemaFolder = ".schema";

    private const string Prefix = "new/";
    private const string NameLine = "name: shop\n";

    /// <summary>Writes all files into <paramref name="folder"/>, which is made; the workspace gets the folder's name where that can be a name.</summary>
    /// <exception cref="Runtime.Ports.OutsideFault">A file cannot be written.</exception>
    public static void Write(string folder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        foreach (var (path, content) in Files())
        {
            WorkspaceDirectory.Write(folder, path, IsName(name) ? content.Replace(NameLine, $"name: {name}\n", StringComparison.Ordinal) : content);
        }

        foreach (var (file, schema) in WorkspaceSchemas.Generate())
        {
            WorkspaceDirectory.Write(folder, $"{SchemaFolder}/{file}", schema);
        }
    }

    private static IEnumerable<(string Path, string Content)> Files()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(r => r.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (resource[Prefix.Length..], reader.ReadToEnd().ReplaceLineEndings("\n"));
        }
    }

    private static bool IsName(string name) => char.IsAsciiLetter(name.FirstOrDefault()) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
