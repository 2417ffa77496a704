namespace Triggers.Language.Workspaces.Definitions;

/// <summary>What may stand at a place in a file. The same shapes drive reading, errors and JSON Schema.</summary>
internal abstract record Shape
{
    /// <summary>What is expected, with its article: <c>a duration</c>, <c>a list</c>.</summary>
    public abstract string Expected { get; }

    /// <summary>How it is written, as the end of "Write …".</summary>
    public abstract string Example { get; }
}
