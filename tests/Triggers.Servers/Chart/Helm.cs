using Triggers.Servers.Fixtures;
using Triggers.Tests.Support;

namespace Triggers.Servers.Chart;

/// <summary>Renders and checks the chart, from the root of the repository, without a cluster.</summary>
internal static class Helm
{
    /// <summary>The chart, below the repository.</summary>
    internal const string Chart = "helm/triggers";

    /// <summary>The files of values that the chart is tested with, and the defaults: <c>""</c>.</summary>
    internal static IReadOnlyList<string> ValueFiles { get; } =
        ["", .. Directory.EnumerateFiles(Repository.PathOf("helm", "triggers", "ci"), "*-values.yaml").Order(StringComparer.Ordinal).Select(file => $"{Chart}/ci/{Path.GetFileName(file)}")];

    /// <summary>Renders the chart as release <c>demo</c>; the text of all manifests.</summary>
    internal static (int Code, string Output) Template(string values, params string[] more) => Tool.Run("helm", null, ["template", "demo", Chart, .. Values(values), .. more]);

    /// <summary>Renders as above into files; the folder, or the complaint.</summary>
    internal static (int Code, string Output) TemplateInto(string folder, string values) => Template(values, "--output-dir", folder);

    /// <summary>Checks manifests, a file or a folder, against the schemas of Kubernetes and of the custom resources.</summary>
    internal static (int Code, string Output) Conform(string path)
    {
        var schemas = SharedData.RootedPathOf("k8s-schemas")!;
        return Tool.Run(
            "kubeconform", null, "-strict", "-summary",
            "-schema-location", $"{schemas}/{{{{.ResourceKind}}}}{{{{.KindSuffix}}}}.json", "-schema-location", $"{schemas}/known-kinds/{{{{.ResourceKind}}}}.json", path);
    }

    /// <summary>Arguments for a file of values.</summary>
    internal static string[] Values(string file) => file.Length == 0 ? [] : ["--values", file];
}
