using Triggers.Language.Text;

namespace Triggers.Language.Workspaces.Yaml;

/// <summary>One piece of text: a word, a number, an expression. Whether <c>10</c> is a number is decided by what is expected there.</summary>
/// <param name="Span">With its quotes.</param>
/// <param name="Text">Without quotes, and where each character stands.</param>
/// <param name="IsPlain">Neither quoted nor a block: <c>null</c>, <c>~</c> and nothing at all then mean "no value".</param>
internal sealed record YamlScalar(SourceSpan Span, EmbeddedText Text, bool IsPlain) : YamlNode(Span)
{
    /// <inheritdoc/>
    public override string Kind => "a single value";

    /// <summary>The text.</summary>
    public string Value => Text.Content;

    /// <summary>True for <c>key:</c> with nothing behind it, and for YAML's two ways to write "nothing".</summary>
    public bool IsEmpty => IsPlain && Value is "" or "~" or "null";
}
