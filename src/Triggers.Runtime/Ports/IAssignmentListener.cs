namespace Triggers.Runtime.Ports;

/// <summary>Hears of partitions coming and going. Called on the polling thread, inside <see cref="ILogConsumer.Poll"/>; must return well within the poll interval.</summary>
public interface IAssignmentListener
{
    /// <summary>These partitions are mine now. They come paused; nothing is delivered before <see cref="ILogConsumer.Start"/>.</summary>
    void Assigned(IReadOnlyList<int> partitions);

    /// <summary>These partitions go to another member in good order: finish or abort, flush, forget.</summary>
    void Revoked(IReadOnlyList<int> partitions);

    /// <summary>These partitions were taken away already: forget, write nothing.</summary>
    void Lost(IReadOnlyList<int> partitions);
}
