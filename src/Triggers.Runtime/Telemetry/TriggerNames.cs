using System.Collections.Concurrent;

namespace Triggers.Runtime.Telemetry;

/// <summary>
/// Bounds the label <c>trigger</c>: the first so many names are told as they are, every further one is <see cref="Other"/>. A workspace may have 10,000 triggers, and each value of a
/// label is a time series for every other label beside it. Thread-safe.
/// </summary>
/// <param name="limit">How many names are told; 0: none.</param>
public sealed class TriggerNames(int limit)
{
    /// <summary>Stands for all names beyond the limit.</summary>
    public const string Other = "other";

    private readonly ConcurrentDictionary<string, string> _told = new(StringComparer.Ordinal);

    /// <summary>What to write for a trigger's name.</summary>
    public string Of(string trigger) =>
        _told.TryGetValue(trigger, out var known) ? known
        : _told.Count < limit ? _told.GetOrAdd(trigger, trigger)
        : Other;
}
