using Triggers.Language.Text;
using Triggers.Language.Workspaces.Definitions;
using Triggers.Language.Workspaces.Reading.Shapes;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading;

/// <summary>
/// The files of a workspace, read and compared with their definitions when they are asked for, each kind once: a large workspace is never in memory as a whole.
/// </summary>
internal sealed class WorkspaceFolder
{
    private readonly Dictionary<FileKind, List<SourceText>> _files = FileKinds.All.ToDictionary(kind => kind, _ => new List<SourceText>());
    private readonly ShapeCheck _shapes;
    private readonly DiagnosticBag _diagnostics;

    /// <summary>Sorts the files by kind; those that are missing or misplaced are reported.</summary>
    public WorkspaceFolder(WorkspaceFiles files, DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        _shapes = new(diagnostics);
        foreach (var path in files.Paths())
        {
            var source = new SourceText(path, files.Files[path]);
            if (!IsYaml(path, source, diagnostics))
            {
                continue;
            }

            if (FileKinds.Of(path) is { } kind)
            {
                _files[kind].Add(source);
            }
            else
            {
                diagnostics.UnknownFile(source, FileKinds.Nearest(path));
            }
        }

        foreach (var kind in FileKinds.All)
        {
            if (kind.IsRequired && _files[kind].Count == 0)
            {
                diagnostics.MissingFile(new(kind.Path, ""), kind);
            }
        }
    }

    /// <summary>
    /// What stands in the files of <paramref name="kind"/>, by path: one mapping a file, of a folder's file perhaps several. Every difference from the definition is
    /// reported. To be asked for once.
    /// </summary>
    public IEnumerable<YamlMapping> Items(FileKind kind) => _files[kind].SelectMany(source => Items(source, kind));

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

    private IReadOnlyList<YamlMapping> Items(SourceText source, FileKind kind)
    {
        var mistakes = _diagnostics.Count;
        switch (YamlReader.Read(source, _diagnostics))
        {
            case null when mistakes == _diagnostics.Count && (kind.IsRequired || kind.IsFolder):
                _diagnostics.EmptyFile(source, kind);
                return [];
            case null:
                return [];
            case YamlSequence sequence when kind.IsFolder:
                foreach (var item in sequence.Items)
                {
                    _shapes.Check(item, kind.Root, $"an item of {source.Name}", item.Span);
                }

                return [.. sequence.Items.OfType<YamlMapping>()];
            case var root:
                _shapes.Check(root, kind.Root, source.Name, root.Span);
                return root is YamlMapping mapping ? [mapping] : [];
        }
    }
}
