using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Globalization;

namespace Triggers.Load.Table;

/// <summary>
/// Which types a process allocates, while this lives: the runtime names the type at hand each time about 100 kB have been allocated. A sample, good for shares, not for bytes.
/// Thread-safe.
/// </summary>
internal sealed class AllocatedTypes : EventListener
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";
    private const EventKeywords GarbageCollection = (EventKeywords)1;

    private readonly ConcurrentDictionary<string, int> _ticks = new(StringComparer.Ordinal);

    /// <summary>The <paramref name="most"/> types of which most was allocated, with their shares.</summary>
    internal string Describe(int most)
    {
        var ticks = _ticks.ToArray();
        var all = ticks.Sum(tick => tick.Value);
        return all == 0 ? "no type stands out" : string.Join(", ", ticks.OrderByDescending(tick => tick.Value).Take(most)
            .Select(tick => string.Create(CultureInfo.InvariantCulture, $"{tick.Key} {100.0 * tick.Value / all:N0} %")));
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Runtime)
        {
            EnableEvents(eventSource, EventLevel.Verbose, GarbageCollection);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        var at = eventData.EventName?.StartsWith("GCAllocationTick", StringComparison.Ordinal) == true ? eventData.PayloadNames?.IndexOf("TypeName") ?? -1 : -1;
        if (at >= 0 && eventData.Payload?[at] is string type)
        {
            _ticks.AddOrUpdate(type, 1, static (_, count) => count + 1);
        }
    }
}
