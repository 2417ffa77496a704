using Triggers.Language.Text;

namespace Triggers.Language.Workspaces.Yaml;

/// <summary>A value in a YAML file, with its place. Only the plain part of YAML exists here: no anchors, no aliases, no tags, no types of scalars.</summary>
/// <param name="Span">Where it stands: of a block mapping or sequence only its first key or item, which is what a caret should mark.</param>
internal abstract record YamlNode(SourceSpan Span)
{
    /// <summary>What it is, in a marketer's words.</summary>
    public abstract string Kind { get; }
}
