namespace Triggers.Language.Workspaces.Definitions;

/// <summary>A kind of file of a workspace.</summary>
/// <param name="Name">Also the name of its JSON Schema: <c>triggers</c>.</param>
/// <param name="Path">The file (<c>events.yaml</c>) or, ending with <c>/</c>, the folder.</param>
/// <param name="Root">What stands in the file; in a folder's files perhaps a list of it.</param>
internal sealed record FileKind(string Name, string Path, ObjectDefinition Root)
{
    /// <summary>Whether the workspace must have the file.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether the files of a folder are meant, each with one thing or a list of them.</summary>
    public bool IsFolder => Path.EndsWith('/');

    /// <summary>How messages name the place of such files.</summary>
    public string Pattern => IsFolder ? $"{Path}NAME.yaml" : Path;
}
