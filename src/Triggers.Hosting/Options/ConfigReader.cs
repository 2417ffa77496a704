using System.Globalization;
using Triggers.Runtime.Ports;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Triggers.Hosting.Options;

/// <summary>
/// Reads a configuration file (YAML, two levels: <c>section: { key: value }</c>) and collects every fault: unknown keys, values that do not read, missing keys.
/// Environment variables <c>TRIGGERS_SECTION_KEY</c> (upper case, camel case split by <c>_</c>) override the file: secrets need not be in it.
/// </summary>
public sealed class ConfigReader
{
    private readonly string _name;
    private readonly Func<string, string?> _environment;
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<string> _faults = [];

    /// <summary>Parses the text of the file <paramref name="name"/>.</summary>
    public ConfigReader(string name, string text, Func<string, string?> environment)
    {
        _name = name;
        _environment = environment;
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count > 0)
            {
                Take(stream.Documents[0].RootNode);
            }
        }
        catch (YamlException e)
        {
            _faults.Add($"line {e.Start.Line}: not YAML: {e.Message}");
        }
    }

    /// <summary>A text, or <paramref name="otherwise"/> when it is not given.</summary>
    public string Text(string key, string otherwise) => Raw(key) ?? otherwise;

    /// <summary>A text that must be given.</summary>
    public string RequiredText(string key, string example)
    {
        var value = Raw(key);
        if (string.IsNullOrEmpty(value))
        {
            _faults.Add($"{key} is missing. For instance: {example}");
        }

        return value ?? "";
    }

    /// <summary>A whole number in a range.</summary>
    public int Number(string key, int otherwise, int min, int max)
    {
        if (Raw(key) is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
        {
            return value;
        }

        _faults.Add($"{key} is '{text}'; it must be a whole number from {min} to {max}.");
        return otherwise;
    }

    /// <summary>A duration like <c>100ms</c>, <c>10s</c>, <c>5m</c>, <c>3d</c> in a range.</summary>
    public TimeSpan Duration(string key, TimeSpan otherwise, TimeSpan min, TimeSpan max)
    {
        if (Raw(key) is not { } text)
        {
            return otherwise;
        }

        if (DurationText.TryRead(text, out var value) && value >= min && value <= max)
        {
            return value;
        }

        _faults.Add($"{key} is '{text}'; it must be a duration from {DurationText.Write(min)} to {DurationText.Write(max)}, for instance {DurationText.Write(otherwise)}.");
        return otherwise;
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Flag(string key, bool otherwise)
    {
        if (Raw(key) is not { } text)
        {
            return otherwise;
        }

        if (bool.TryParse(text, out var value))
        {
            return value;
        }

        _faults.Add($"{key} is '{text}'; it must be true or false.");
        return otherwise;
    }

    /// <summary>A mapping of texts, empty when it is not given. Not overridden by the environment.</summary>
    public IReadOnlyDictionary<string, string> Map(string key)
    {
        _known.Add(key);
        if (!_values.TryGetValue(key, out var node))
        {
            return new Dictionary<string, string>();
        }

        if (node is YamlMappingNode map && map.Children.All(c => c is { Key: YamlScalarNode, Value: YamlScalarNode }))
        {
            return map.Children.ToDictionary(c => ((YamlScalarNode)c.Key).Value!, c => ((YamlScalarNode)c.Value).Value ?? "");
        }

        _faults.Add($"line {node.Start.Line}: {key} must be a mapping of names to values.");
        return new Dictionary<string, string>();
    }

    /// <summary>Adds a fault found by somebody else.</summary>
    public void Fault(string text) => _faults.Add(text);

    /// <summary>All faults at once.</summary>
    /// <exception cref="OutsideFault">There is at least one.</exception>
    public void ThrowIfFaulty()
    {
        foreach (var (key, node) in _values.Where(v => !_known.Contains(v.Key)))
        {
            _faults.Add($"line {node.Start.Line}: {key} is not known. Known are: {string.Join(", ", _known.Order(StringComparer.Ordinal))}.");
        }

        if (_faults.Count > 0)
        {
            throw new OutsideFault($"The configuration {_name} has {_faults.Count} fault(s):\n  - {string.Join("\n  - ", _faults)}", "Mend them; README shows a whole configuration.");
        }
    }

    private void Take(YamlNode root)
    {
        if (root is not YamlMappingNode sections)
        {
            _faults.Add("it must be a mapping of sections: kafka, redis, keys, worker.");
            return;
        }

        foreach (var (name, body) in sections.Children)
        {
            if (body is YamlMappingNode section)
            {
                foreach (var (key, value) in section.Children)
                {
                    _values[$"{name}.{key}"] = value;
                }
            }
            else
            {
                _faults.Add($"line {body.Start.Line}: section {name} must be a mapping.");
            }
        }
    }

    private string? Raw(string key)
    {
        _known.Add(key);
        if (_environment(VariableOf(key)) is { Length: > 0 } overriding)
        {
            return overriding;
        }

        return _values.TryGetValue(key, out var node) ? Scalar(key, node) : null;
    }

    private string? Scalar(string key, YamlNode node)
    {
        if (node is YamlScalarNode scalar)
        {
            return scalar.Value;
        }

        _faults.Add($"line {node.Start.Line}: {key} must be a single value.");
        return null;
    }

    private static string VariableOf(string key) =>
        "TRIGGERS_" + string.Concat(key.Select(c => c == '.' ? "_" : char.IsUpper(c) ? "_" + c : char.ToUpperInvariant(c).ToString()));
}
