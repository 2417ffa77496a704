using Triggers.Runtime.Telemetry;

namespace Triggers.Hosting.Telemetry;

/// <summary>Notices that are counted by level before they are written.</summary>
public sealed class CountedNotices(INotices writer, PipelineMetrics metrics) : INotices
{
    /// <inheritdoc/>
    public void Info(NoticeText text)
    {
        metrics.Noticed("info");
        writer.Info(text);
    }

    /// <inheritdoc/>
    public void Warning(NoticeText text)
    {
        metrics.Noticed("warn");
        writer.Warning(text);
    }

    /// <inheritdoc/>
    public void Error(NoticeText text)
    {
        metrics.Noticed("error");
        writer.Error(text);
    }
}
