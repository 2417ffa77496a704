namespace Triggers.Runtime.Telemetry;

/// <summary>What the runtime has to say to the engineer on call: one line a notice, no personal data. Thread-safe.</summary>
public interface INotices
{
    /// <summary>Something worth knowing happened.</summary>
    void Info(NoticeText text);

    /// <summary>Something went wrong and is being mended without help.</summary>
    void Warning(NoticeText text);

    /// <summary>Somebody must act; the text says what to do.</summary>
    void Error(NoticeText text);
}
