using YamlDotNet.RepresentationModel;

namespace Triggers.Servers.Chart;

/// <summary>The objects that a chart rendered, and the secrets that an operator made beside it.</summary>
internal sealed class Manifests
{
    private readonly List<YamlMappingNode> _objects = [];
    private readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> _secrets;

    /// <summary>Reads what helm wrote.</summary>
    /// <param name="text">Manifests, one or several documents.</param>
    /// <param name="secrets">Secret → entry → text.</param>
    internal Manifests(string text, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> secrets)
    {
        _secrets = secrets;
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        _objects.AddRange(stream.Documents.Select(document => document.RootNode).OfType<YamlMappingNode>());
    }

    /// <summary>The only object of a kind.</summary>
    internal YamlMappingNode Single(string kind) => _objects.Single(o => Text(o, "kind") == kind);

    /// <summary>Entries of a ConfigMap.</summary>
    internal IReadOnlyDictionary<string, string> ConfigMap(string name) =>
        Map(_objects.Single(o => Text(o, "kind") == "ConfigMap" && Text(o, "metadata", "name") == name), "data").Children
            .ToDictionary(entry => ((YamlScalarNode)entry.Key).Value!, entry => ((YamlScalarNode)entry.Value).Value!);

    /// <summary>Entries of a secret.</summary>
    internal IReadOnlyDictionary<string, string> Secret(string name) => _secrets[name];

    /// <summary>A mapping below another.</summary>
    internal static YamlMappingNode Map(YamlMappingNode node, params string[] path) => path.Aggregate(node, (at, key) => (YamlMappingNode)at.Children[key]);

    /// <summary>A list in a mapping.</summary>
    internal static IEnumerable<YamlNode> List(YamlMappingNode node, string key) => ((YamlSequenceNode)node.Children[key]).Children;

    /// <summary>A text below a mapping.</summary>
    internal static string Text(YamlMappingNode node, params string[] path) => ((YamlScalarNode)Map(node, path[..^1]).Children[path[^1]]).Value!;
}
