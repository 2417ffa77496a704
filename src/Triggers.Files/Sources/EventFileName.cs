using Triggers.Language.Schema;
using Triggers.Language.Text;
using Triggers.Runtime.Ports;

namespace Triggers.Files.Sources;

/// <summary>A file of events and the source topic it stands for, as written on a command line: <c>[TOPIC=]FILE</c>.</summary>
/// <param name="Topic">A topic of the catalogue.</param>
/// <param name="Path">The file.</param>
public sealed record EventFileName(string Topic, string Path)
{
    /// <summary>The same file, whatever folder is the current one.</summary>
    public EventFileName WithFullPath() => this with { Path = System.IO.Path.GetFullPath(Path) };

    /// <summary>
    /// Reads <c>TOPIC=FILE</c>, or FILE alone: then the topic is the file's name up to its first dot if the catalogue has such a topic, else the catalogue's only topic.
    /// </summary>
    /// <exception cref="OutsideFault">There is no such file, no topic can be told, or the catalogue does not have it.</exception>
    public static EventFileName Parse(string text, EventCatalogue catalogue)
    {
        var topics = catalogue.Sources.Select(s => s.Topic).ToList();
        var sign = text.IndexOf('=', StringComparison.Ordinal);
        if (sign > 0 && !File.Exists(text))
        {
            var named = text[..sign];
            return topics.Contains(named)
                ? new(named, text[(sign + 1)..])
                : throw new OutsideFault($"No event of the workspace comes from a topic `{named}` (--events {text}).", NearestName.Remedy(named, topics, NoTopics));
        }

        InputFile.RequireFile(text);
        var name = System.IO.Path.GetFileName(text).Split('.')[0];
        return topics.Contains(name) ? new(name, text)
            : topics.Count == 1 ? new(topics[0], text)
            : throw new OutsideFault(
                $"It is not clear which topic {text} stands for: `{name}` is no topic of the workspace.",
                topics.Count == 0 ? NoTopics : $"Write --events TOPIC={text} with TOPIC {NearestName.OneOf(topics)}.");
    }

    /// <summary>As a command line takes it: <c>TOPIC=FILE</c>.</summary>
    public override string ToString() => $"{Topic}={Path}";

    private const string NoTopics = "The workspace's events.yaml has no events.";
}
