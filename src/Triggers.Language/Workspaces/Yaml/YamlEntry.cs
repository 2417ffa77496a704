namespace Triggers.Language.Workspaces.Yaml;

/// <summary>One <c>key: value</c> of a mapping.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Value">Its value.</param>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value)
{
    /// <summary>The key's text.</summary>
    public string Name => Key.Value;
}
