using Triggers.Language.Text;

namespace Triggers.Language.Workspaces.Yaml;

/// <summary>Keys with values, each key once, in the order of the file.</summary>
/// <param name="Span">The first key; of <c>{ … }</c> all of it.</param>
/// <param name="Entries">In the order of the file.</param>
internal sealed record YamlMapping(SourceSpan Span, IReadOnlyList<YamlEntry> Entries) : YamlNode(Span)
{
    /// <inheritdoc/>
    public override string Kind => "a group of keys";

    /// <summary>The entry of this key, or null.</summary>
    public YamlEntry? Entry(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Name == key)
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>The value of this key when it is a scalar with a value; null otherwise.</summary>
    public YamlScalar? Scalar(string key) => Entry(key)?.Value is YamlScalar { IsEmpty: false } scalar ? scalar : null;

    /// <summary>The text of this key's scalar; null when there is none.</summary>
    public string? Text(string key) => Scalar(key)?.Value;

    /// <summary>The value of this key when it is a mapping; null otherwise.</summary>
    public YamlMapping? Mapping(string key) => Entry(key)?.Value as YamlMapping;

    /// <summary>The value of this key when it is a sequence; null otherwise.</summary>
    public YamlSequence? Sequence(string key) => Entry(key)?.Value as YamlSequence;
}
