using System.IO.Compression;
using System.Reflection;
using System.Text;
using Triggers.Files.Sources;
using Triggers.Runtime.Ports;

namespace Triggers.Cli.Demo;

/// <summary>Writes the demo to disk, so that everything it shows can be opened, changed and run again: workspace, events, results.</summary>
internal sealed class DemoFolder(string root)
{
    private const string Resources = "demo/";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Folder of the workspace.</summary>
    public string Workspace => Path.Combine(root, "workspace");

    /// <summary>Folder of the events.</summary>
    public string Events => Path.Combine(root, "events");

    /// <summary>Folder of the results.</summary>
    public string Results => Path.Combine(root, "results");

    /// <summary>The event files by topic.</summary>
    public IReadOnlyList<EventFileName> Files =>
    [
        new("clicks", Path.Combine(Events, "clicks.jsonl.gz")),
        new("orders", Path.Combine(Events, "orders.jsonl")),
        new("profiles", Path.Combine(Events, "profiles.jsonl")),
        new("service", Path.Combine(Events, "service.jsonl")),
        new("social", Path.Combine(Events, "social.csv")),
    ];

    /// <summary>Writes the workspace that is built into this program.</summary>
    /// <exception cref="OutsideFault">It cannot be written.</exception>
    public void WriteWorkspace() => Guarded(() =>
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Resources, StringComparison.Ordinal)))
        {
            var file = Path.Combine(Workspace, name[Resources.Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var resource = assembly.GetManifestResourceStream(name)!;
            using var target = File.Create(file);
            resource.CopyTo(target);
        }
    });

    /// <summary>Writes the events, a file a topic.</summary>
    /// <exception cref="OutsideFault">They cannot be written.</exception>
    public void WriteEvents(IReadOnlyList<DemoEvent> events) => Guarded(() =>
    {
        Directory.CreateDirectory(Events);
        foreach (var (topic, path) in Files)
        {
            using var file = File.Create(path);
            using var packed = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : null;
            using var text = new StreamWriter((Stream?)packed ?? file, Utf8, 1 << 16) { NewLine = "\n" };
            if (path.EndsWith(".csv", StringComparison.Ordinal))
            {
                text.WriteLine(DemoLines.PostHeader);
            }

            foreach (var one in events.Where(e => e.Topic == topic))
            {
                text.WriteLine(one.Line);
            }
        }
    });

    private void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new OutsideFault($"The demo cannot be written to {root}: {broken.Message}", "Give another folder with --out, or check its permissions.", inner: broken);
        }
    }
}
