using System.Xml.Linq;

namespace Triggers.HouseRules.Tree;

/// <summary>A project of the solution: what it may use.</summary>
/// <param name="Path">Relative to the root, with <c>/</c>.</param>
/// <param name="References">Names of the projects it references, sorted.</param>
/// <param name="Packages">Names of the packages it references, sorted.</param>
public sealed record Project(string Path, IReadOnlyList<string> References, IReadOnlyList<string> Packages)
{
    /// <summary>The name of the file without its ending.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Reads a project file.</summary>
    public static Project Read(SourceFile file)
    {
        var xml = XDocument.Parse(file.Text);
        return new(
            file.Path,
            [.. Included(xml, "ProjectReference").Select(path => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))).Order(StringComparer.Ordinal)],
            [.. Included(xml, "PackageReference").Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> Included(XDocument xml, string item) => xml.Descendants(item).Select(element => (string?)element.Attribute("Include") ?? "");
}
