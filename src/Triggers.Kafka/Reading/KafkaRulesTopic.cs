using System.Diagnostics;
using System.Text;
using Triggers.Kafka.Connection;
using Triggers.Kafka.Producing;
using Triggers.Runtime.Ports;

namespace Triggers.Kafka.Reading;

/// <summary>The rules topic: all versions in memory, read again from where the last reading ended. Thread-safe.</summary>
internal sealed class KafkaRulesTopic(Clients clients, OffsetQueries offsets, string topic) : IRulesTopic
{
    private readonly RecordAppender _appender = new(clients, "publisher of rules");
    private readonly Dictionary<string, byte[]> _bundles = [];
    private readonly Lock _lock = new();
    private PartitionReading? _reading;
    private long _next;
    private string? _newest;

    public string? Newest
    {
        get
        {
            lock (_lock)
            {
                return _newest;
            }
        }
    }

    public byte[]? Bundle(string version)
    {
        lock (_lock)
        {
            return _bundles.GetValueOrDefault(version);
        }
    }

    public async Task PublishAsync(string version, byte[] bundle, CancellationToken cancellation)
    {
        await _appender.AppendAsync(topic, 0, Encoding.UTF8.GetBytes(version), bundle, null, cancellation).ConfigureAwait(false);
        lock (_lock)
        {
            Take(version, bundle);
        }
    }

    public bool Refresh(TimeSpan timeout)
    {
        lock (_lock)
        {
            var (first, end) = offsets.Watermarks(topic, 0, timeout);
            var records = 0;
            if (_reading is null)
            {
                _next = first;
                _reading = new(clients, topic, 0, first);
            }

            for (var started = Stopwatch.GetTimestamp(); _next < end;)
            {
                _next = _reading.Poll(TimeSpan.FromMilliseconds(100), 100, result =>
                {
                    records++;
                    Take(Encoding.UTF8.GetString(result.Message.Key ?? []), result.Message.Value);
                });
                if (_next < end && Stopwatch.GetElapsedTime(started) > timeout)
                {
                    throw new OutsideFault($"{topic} was read to offset {_next} of {end} within {KafkaOptions.Text(timeout)}.", "It is read on by itself.", retry: true);
                }
            }

            return records > 0;
        }
    }

    public void Dispose()
    {
        _reading?.Dispose();
        _appender.Dispose();
    }

    private void Take(string version, byte[]? bundle)
    {
        if (bundle is null)
        {
            _bundles.Remove(version);
            return;
        }

        _bundles[version] = bundle;
        _newest = version;
    }
}
