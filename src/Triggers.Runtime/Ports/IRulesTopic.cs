namespace Triggers.Runtime.Ports;

/// <summary>The topic <c>triggers.rules</c>: compacted, one partition, key = version, value = workspace bundle. Its newest record is the version that should be in force. Thread-safe.</summary>
public interface IRulesTopic : IDisposable
{
    /// <summary>Publishes a version; it is then the newest.</summary>
    Task PublishAsync(string version, byte[] bundle, CancellationToken cancellation);

    /// <summary>Reads to the present end; true when something new came.</summary>
    bool Refresh(TimeSpan timeout);

    /// <summary>The newest version, or null before the first.</summary>
    string? Newest { get; }

    /// <summary>The bundle of a version, or null when it is not in the topic.</summary>
    byte[]? Bundle(string version);
}
