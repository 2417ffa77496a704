using System.Globalization;
using Triggers.Language.Text;
using Triggers.Runtime.Ports;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Triggers.Hosting.Options;

/// <summary>
/// Reads a configuration file (YAML mappings; <c>kafka.topics.partitions</c> is a value three levels deep) and collects every fault: unknown keys and values that do not read.
/// Environment variables override the file, so that secrets need not be in it: <c>TRIGGERS_REDIS_KEY_PREFIX</c> is <c>redis.keyPrefix</c>.
/// </summary>
public sealed class ConfigReader
{
    private readonly Func<string, string?> _environment;
    private readonly SortedDictionary<string, YamlNode> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<string> _faults = [];

    /// <summary>Parses the text of a file; <paramref name="environment"/> gives variables.</summary>
    public ConfigReader(string text, Func<string, string?> environment)
    {
        _environment = environment;
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count > 0)
            {
                Flatten("", stream.Documents[0].RootNode);
            }
        }
        catch (YamlException e)
        {
            _faults.Add($"line {e.Start.Line}: this is not YAML: {e.Message}");
        }
    }

    /// <summary>A text; null when it is not given.</summary>
    public string? Text(string key)
    {
        _known.Add(key);
        return _environment(VariableOf(key)) is { Length: > 0 } overriding ? overriding
            : !_values.TryGetValue(key, out var node) ? null
            : node is YamlScalarNode scalar ? scalar.Value
            : Refuse<string?>($"line {node.Start.Line}: {key} must be a single value.", null);
    }

    /// <summary>A whole number.</summary>
    public int Number(string key, int otherwise) => Text(key) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
        : Refuse($"{key} is '{text}'; it must be a whole number, for instance {otherwise}.", otherwise);

    /// <summary>A duration like <c>100ms</c>, <c>10s</c>, <c>5m</c>, <c>12h</c>, <c>3d</c>.</summary>
    public TimeSpan Duration(string key, TimeSpan otherwise) => Text(key) is not { } text ? otherwise
        : OptionDuration.TryRead(text, out var value) ? value
        : Refuse($"{key} is '{text}'; it must be a duration with a unit of ms, s, m, h or d, for instance {OptionDuration.Write(otherwise)}.", otherwise);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Flag(string key, bool otherwise) => Text(key) is not { } text ? otherwise
        : bool.TryParse(text, out var value) ? value
        : Refuse($"{key} is '{text}'; it must be true or false.", otherwise);

    /// <summary>Several texts: a list, or one text with commas.</summary>
    public IReadOnlyList<string> List(string key, IReadOnlyList<string> otherwise)
    {
        if (_values.GetValueOrDefault(key) is YamlSequenceNode list && list.Children.All(c => c is YamlScalarNode) && string.IsNullOrEmpty(_environment(VariableOf(key))))
        {
            _known.Add(key);
            return [.. list.Children.Select(c => ((YamlScalarNode)c).Value ?? "")];
        }

        return Text(key)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? otherwise;
    }

    /// <summary>All values below a key, by the rest of their names. Not overridden by the environment.</summary>
    public IReadOnlyDictionary<string, string> Map(string key)
    {
        var below = _values.Where(v => v.Key.StartsWith(key + ".", StringComparison.Ordinal)).ToList();
        below.ForEach(v => _known.Add(v.Key));
        return below.ToDictionary(v => v.Key[(key.Length + 1)..], v => (v.Value as YamlScalarNode)?.Value ?? "");
    }

    /// <summary>Adds faults found by the options themselves.</summary>
    public void Add(IEnumerable<string> faults) => _faults.AddRange(faults);

    /// <summary>All faults at once.</summary>
    /// <param name="name">The file's name, for the message.</param>
    /// <exception cref="OutsideFault">There is at least one.</exception>
    public void ThrowIfFaulty(string name)
    {
        var all = _faults.Concat(_values.Where(v => !_known.Contains(v.Key)).Select(v => $"line {v.Value.Start.Line}: {v.Key} is not a setting. {NearestName.Remedy(v.Key, _known, "")}")).ToList();
        if (all.Count > 0)
        {
            throw new OutsideFault($"The configuration {name} cannot be used:\n  - {string.Join("\n  - ", all)}", "Correct it; docs/operations.md lists every setting.");
        }
    }

    private T Refuse<T>(string fault, T otherwise)
    {
        _faults.Add(fault);
        return otherwise;
    }

    private void Flatten(string path, YamlNode node)
    {
        if (node is YamlMappingNode map)
        {
            foreach (var (key, value) in map.Children)
            {
                Flatten(path.Length == 0 ? key.ToString() : $"{path}.{key}", value);
            }
        }
        else if (path.Length == 0)
        {
            _faults.Add("the file must be a mapping of the sections kafka, keys, redis, telemetry and worker.");
        }
        else
        {
            _values[path] = node;
        }
    }

    private static string VariableOf(string key) =>
        "TRIGGERS_" + string.Concat(key.Select(c => c == '.' ? "_" : char.IsUpper(c) ? "_" + c : char.ToUpperInvariant(c).ToString()));
}
