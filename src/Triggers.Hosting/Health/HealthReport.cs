using System.Text.Json;

namespace Triggers.Hosting.Health;

/// <summary>The answer to a question for health: well, if every part is.</summary>
public sealed record HealthReport(IReadOnlyList<HealthPart> Parts)
{
    /// <summary>True when every part is well.</summary>
    public bool Ok => Parts.All(part => part.Ok);

    /// <summary>UTF-8 JSON: <c>{"status":"ok"|"failing","parts":[{"part":…,"ok":…,"detail":…}]}</c>.</summary>
    public byte[] Write()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("status"u8, Ok ? "ok"u8 : "failing"u8);
            json.WriteStartArray("parts"u8);
            foreach (var part in Parts)
            {
                json.WriteStartObject();
                json.WriteString("part"u8, part.Part);
                json.WriteBoolean("ok"u8, part.Ok);
                json.WriteString("detail"u8, part.Detail);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
