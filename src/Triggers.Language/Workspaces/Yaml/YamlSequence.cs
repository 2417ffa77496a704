using Triggers.Language.Text;

namespace Triggers.Language.Workspaces.Yaml;

/// <summary>A list of values.</summary>
/// <param name="Span">The first item; of <c>[ … ]</c> all of it.</param>
/// <param name="Items">In the order of the file.</param>
internal sealed record YamlSequence(SourceSpan Span, IReadOnlyList<YamlNode> Items) : YamlNode(Span)
{
    /// <inheritdoc/>
    public override string Kind => "a list";
}
