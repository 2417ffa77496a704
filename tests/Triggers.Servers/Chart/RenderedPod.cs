using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Triggers.Servers.Chart;

/// <summary>
/// The first container of a rendered pod, laid out on this machine as the kubelet does it: ConfigMaps and secrets as folders of links, variables filled in. Paths of the container become paths below a
/// temporary folder, and the image's <c>/app</c> the built program's folder.
/// </summary>
internal sealed class RenderedPod
{
    private readonly Manifests _manifests;
    private readonly string _root;
    private readonly string _name;
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal) { ["/app"] = AppContext.BaseDirectory.TrimEnd('/') };
    private readonly YamlMappingNode _container;

    /// <summary>Lays the pod out.</summary>
    /// <param name="manifests">Everything that was rendered.</param>
    /// <param name="kind">Kind of the object that has the pod's template.</param>
    /// <param name="pod">Name of the pod.</param>
    /// <param name="root">Folder that stands for the container's file system.</param>
    internal RenderedPod(Manifests manifests, string kind, string pod, string root)
    {
        _manifests = manifests;
        _root = root;
        _name = pod;
        var spec = Manifests.Map(manifests.Single(kind), "spec", "template", "spec");
        _container = (YamlMappingNode)Manifests.List(spec, "containers").Single();
        foreach (var volume in Manifests.List(spec, "volumes").Cast<YamlMappingNode>())
        {
            Lay(volume);
        }

        foreach (var mount in Manifests.List(_container, "volumeMounts").Cast<YamlMappingNode>())
        {
            _places[Manifests.Text(mount, "mountPath")] = Path.Combine(_root, Manifests.Text(mount, "name"));
        }
    }

    /// <summary>Program and arguments.</summary>
    internal IReadOnlyList<string> Command =>
        [.. Manifests.List(_container, "command").Concat(Manifests.List(_container, "args")).Select(word => Here(((YamlScalarNode)word).Value!))];

    /// <summary>The environment.</summary>
    internal IReadOnlyDictionary<string, string> Environment()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var variable in Manifests.List(_container, "env").Cast<YamlMappingNode>())
        {
            var value = variable.Children.ContainsKey("value") ? Manifests.Text(variable, "value") : From(Manifests.Map(variable, "valueFrom"));
            variables[Manifests.Text(variable, "name")] = Here(Regex.Replace(value, @"\$\(([A-Z_]+)\)", match => variables[match.Groups[1].Value]));
        }

        return variables;
    }

    /// <summary>Port and path of a probe.</summary>
    internal Uri Probe(string name)
    {
        var probe = Manifests.Map(_container, name, "httpGet");
        var port = Manifests.List(_container, "ports").Cast<YamlMappingNode>().Single(p => Manifests.Text(p, "name") == Manifests.Text(probe, "port"));
        return new($"http://127.0.0.1:{Manifests.Text(port, "containerPort")}{Manifests.Text(probe, "path")}");
    }

    private string From(YamlMappingNode source) =>
        source.Children.ContainsKey("secretKeyRef")
            ? _manifests.Secret(Manifests.Text(source, "secretKeyRef", "name"))[Manifests.Text(source, "secretKeyRef", "key")]
            : Manifests.Text(source, "fieldRef", "fieldPath") switch
            {
                "metadata.name" => _name,
                "metadata.namespace" => "default",
                var other => throw new InvalidOperationException($"No value for {other}."),
            };

    private string Here(string text) =>
        _places.OrderByDescending(place => place.Key.Length).FirstOrDefault(place => text.StartsWith(place.Key, StringComparison.Ordinal)) is { Key: { } mounted, Value: { } place }
            ? place + text[mounted.Length..]
            : text;

    private void Lay(YamlMappingNode volume)
    {
        var folder = Path.Combine(_root, Manifests.Text(volume, "name"));
        if (volume.Children.ContainsKey("emptyDir"))
        {
            Directory.CreateDirectory(folder);
            return;
        }

        if (volume.Children.ContainsKey("secret"))
        {
            Link(folder, _manifests.Secret(Manifests.Text(volume, "secret", "secretName")));
            return;
        }

        var data = _manifests.ConfigMap(Manifests.Text(volume, "configMap", "name"));
        var source = Manifests.Map(volume, "configMap");
        Link(folder, source.Children.ContainsKey("items")
            ? Manifests.List(source, "items").Cast<YamlMappingNode>().ToDictionary(item => Manifests.Text(item, "path"), item => data[Manifests.Text(item, "key")])
            : data);
    }

    /// <summary>Files lie in a folder of a hidden name, <c>..data</c> links to it, and each first part of a path links into <c>..data</c>: so that all change at once.</summary>
    private static void Link(string folder, IReadOnlyDictionary<string, string> files)
    {
        foreach (var (path, text) in files)
        {
            var file = Path.Combine(folder, "..2026_01_01", path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        Directory.CreateSymbolicLink(Path.Combine(folder, "..data"), "..2026_01_01");
        foreach (var first in files.Keys.Select(path => path.Split('/')[0]).Distinct())
        {
            File.CreateSymbolicLink(Path.Combine(folder, first), Path.Combine("..data", first));
        }
    }
}
