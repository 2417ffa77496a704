using System.Globalization;
using Triggers.Runtime.Telemetry;

namespace Triggers.Hosting.Telemetry;

/// <summary>Notices as lines on standard error: <c>time level text</c>. Thread-safe.</summary>
public sealed class ConsoleNotices(TimeProvider time) : INotices
{
    /// <inheritdoc/>
    public void Info(string text) => Write("info ", text);

    /// <inheritdoc/>
    public void Warning(string text) => Write("warn ", text);

    /// <inheritdoc/>
    public void Error(string text) => Write("ERROR", text);

    private void Write(string level, string text) =>
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {level} {text}"));
}
