using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Triggers.Runtime.Telemetry;

namespace Triggers.Hosting.Telemetry;

/// <summary>
/// Notices as lines on standard error: <c>time level text</c>, or a JSON object with <c>time</c>, <c>level</c> (<c>info warn error</c>), <c>event</c> (the text with … for what varies), <c>text</c> and
/// <c>values</c>. Thread-safe.
/// </summary>
/// <param name="time">The process's clock.</param>
/// <param name="json">True: JSON.</param>
/// <param name="output">Where to; null: standard error.</param>
public sealed class ConsoleNotices(TimeProvider time, bool json, TextWriter? output = null) : INotices
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public void Info(NoticeText text) => Write("info", "info ", text);

    /// <inheritdoc/>
    public void Warning(NoticeText text) => Write("warn", "warn ", text);

    /// <inheritdoc/>
    public void Error(NoticeText text) => Write("error", "ERROR", text);

    private void Write(string level, string word, NoticeText text)
    {
        var now = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        (output ?? Console.Error).WriteLine(json
            ? JsonSerializer.Serialize(new { time = now, level, @event = text.Event, text = text.ToString(), values = text.Values }, Json)
            : $"{now} {word} {text}");
    }
}
