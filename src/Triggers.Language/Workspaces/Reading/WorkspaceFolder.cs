using Triggers.Language.Text;
using Triggers.Language.Workspaces.Definitions;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading;

/// <summary>All files of a workspace, read and compared with their definitions.</summary>
internal sealed class WorkspaceFolder
{
    private readonly List<WorkspaceFile> _files = [];

    private WorkspaceFolder()
    {
    }

    /// <summary>Reads all files; every difference from the definitions is reported.</summary>
    public static WorkspaceFolder Read(WorkspaceFiles files, DiagnosticBag diagnostics)
    {
        var folder = new WorkspaceFolder();
        var shapes = new ShapeCheck(diagnostics);
        foreach (var (path, content) in files.Files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var source = new SourceText(path, content);
            if (!IsYaml(path, source, diagnostics))
            {
                continue;
            }

            if (FileKinds.Of(path) is { } kind)
            {
                folder._files.Add(new(kind, source, Items(source, kind, shapes, diagnostics)));
            }
            else
            {
                diagnostics.UnknownFile(source, FileKinds.Nearest(path));
            }
        }

        folder.ReportMissing(diagnostics);
        return folder;
    }

    /// <summary>What stands in the files of <paramref name="kind"/>, by path.</summary>
    public IEnumerable<YamlMapping> Items(FileKind kind) => _files.Where(f => f.Kind == kind).SelectMany(f => f.Items);

    /// <summary>The content of the one file of <paramref name="kind"/>; null when there is none or it is unreadable.</summary>
    public YamlMapping? Single(FileKind kind) => Items(kind).FirstOrDefault();

    /// <summary>Hidden files and files that are no YAML belong to other tools.</summary>
    private static bool IsYaml(string path, SourceText source, DiagnosticBag diagnostics)
    {
        if (path.StartsWith('.') || path.Contains("/.", StringComparison.Ordinal))
        {
            return false;
        }

        if (path.EndsWith(".yml", StringComparison.Ordinal))
        {
            diagnostics.WrongExtension(source);
        }

        return path.EndsWith(".yaml", StringComparison.Ordinal);
    }

    private static IReadOnlyList<YamlMapping> Items(SourceText source, FileKind kind, ShapeCheck shapes, DiagnosticBag diagnostics)
    {
        var mistakes = diagnostics.Count;
        switch (YamlReader.Read(source, diagnostics))
        {
            case null when mistakes == diagnostics.Count && (kind.IsRequired || kind.IsFolder):
                diagnostics.EmptyFile(source, kind);
                return [];
            case null:
                return [];
            case YamlSequence sequence when kind.IsFolder:
                foreach (var item in sequence.Items)
                {
                    shapes.Check(item, kind.Root, $"an item of {source.Name}", item.Span);
                }

                return [.. sequence.Items.OfType<YamlMapping>()];
            case var root:
                shapes.Check(root, kind.Root, source.Name, root.Span);
                return root is YamlMapping mapping ? [mapping] : [];
        }
    }

    private void ReportMissing(DiagnosticBag diagnostics)
    {
        foreach (var kind in FileKinds.All.Where(k => k.IsRequired && _files.All(f => f.Kind != k)))
        {
            diagnostics.MissingFile(new(kind.Path, ""), kind);
        }
    }
}
