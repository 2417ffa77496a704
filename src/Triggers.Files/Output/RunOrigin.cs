using System.Text.Json;
using Triggers.Runtime.Contracts;
using Triggers.Runtime.Ports;

namespace Triggers.Files.Output;

/// <summary>What a run was made of, beside its results in <c>run.json</c>: so that whoever reads them later knows the clock, and can ask the same rules and events again.</summary>
/// <param name="Zone">The workspace's time zone (tz database).</param>
/// <param name="Rules">Version of the workspace.</param>
/// <param name="Workspace">Folder of the workspace, its whole path; null: the rules came from a log.</param>
/// <param name="Events">Files of events, each <c>TOPIC=FILE</c> as commands take it, with the whole path; empty: the events came from a log.</param>
/// <param name="Until">Where the clock stopped, as commands take it: <c>last</c>, <c>end</c> or a time.</param>
public sealed record RunOrigin(string Zone, string Rules, string? Workspace, IReadOnlyList<string> Events, string Until)
{
    /// <summary>Stands beside the four files of results; made anew by each run.</summary>
    public const string FileName = "run.json";

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = new ContractEncoder(), NewLine = "\n" };

    /// <summary>Writes it into a folder of results.</summary>
    /// <exception cref="OutsideFault">It cannot be written.</exception>
    public void Write(string folder)
    {
        try
        {
            using var file = File.Create(Path.Combine(folder, FileName));
            using (var json = new Utf8JsonWriter(file, Options))
            {
                json.WriteStartObject();
                json.WriteString("zone", Zone);
                json.WriteString("rules", Rules);
                if (Workspace is not null)
                {
                    json.WriteString("workspace", Workspace);
                }

                json.WriteStartArray("events");
                foreach (var name in Events)
                {
                    json.WriteStringValue(name);
                }

                json.WriteEndArray();
                json.WriteString("until", Until);
                json.WriteEndObject();
            }

            file.WriteByte((byte)'\n');
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            throw new OutsideFault($"The results cannot be written to {folder}: {broken.Message}", "Make room on the disk, or check its permissions; then run again.", inner: broken);
        }
    }

    /// <summary>Reads that of a folder of results; null when there is none that can be understood: results can be read without it.</summary>
    public static RunOrigin? Read(string folder)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, FileName)));
            var root = json.RootElement;
            return new(
                root.GetProperty("zone").GetString()!,
                root.GetProperty("rules").GetString()!,
                root.TryGetProperty("workspace", out var workspace) ? workspace.GetString() : null,
                [.. root.GetProperty("events").EnumerateArray().Select(name => name.GetString()!)],
                root.GetProperty("until").GetString()!);
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
