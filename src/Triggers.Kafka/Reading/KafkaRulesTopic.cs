using System.Diagnostics;
using System.Text;
using Triggers.Kafka.Connection;
using Triggers.Kafka.Producing;
using Triggers.Runtime.Ports;

namespace Triggers.Kafka.Reading;

/// <summary>The rules topic: all versions in memory, read again from where the last reading ended. Thread-safe; a reading that waits for the broker holds nobody else up.</summary>
internal sealed class KafkaRulesTopic(Clients clients, OffsetQueries offsets, string topic) : IRulesTopic
{
    private readonly RecordAppender _appender = new(clients, "publisher of rules");
    private readonly Dictionary<string, byte[]> _bundles = [];
    private readonly Lock _lock = new();
    private readonly Lock _reading = new();
    private PartitionReading? _reader;
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
        Take([(version, bundle)]);
    }

    public bool Refresh(TimeSpan timeout)
    {
        lock (_reading)
        {
            var read = new List<(string Version, byte[]? Bundle)>();
            try
            {
                ReadOn(timeout, read);
            }
            finally
            {
                // All at once: nobody sees a version as the newest that another one follows.
                Take(read);
            }

            return read.Count > 0;
        }
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _appender.Dispose();
    }

    private void ReadOn(TimeSpan timeout, List<(string Version, byte[]? Bundle)> into)
    {
        var (first, end) = offsets.Watermarks(topic, 0, timeout);
        if (_reader is null)
        {
            _next = first;
            _reader = new(clients, topic, 0, first);
        }

        for (var started = Stopwatch.GetTimestamp(); _next < end;)
        {
            _next = _reader.Poll(TimeSpan.FromMilliseconds(100), 100, result => into.Add((Encoding.UTF8.GetString(result.Message.Key ?? []), result.Message.Value)));
            if (_next < end && Stopwatch.GetElapsedTime(started) > timeout)
            {
                throw new OutsideFault($"{topic} was read to offset {_next} of {end} within {KafkaOptions.Text(timeout)}.", "It is read on by itself.", retry: true);
            }
        }
    }

    private void Take(IEnumerable<(string Version, byte[]? Bundle)> read)
    {
        lock (_lock)
        {
            foreach (var (version, bundle) in read)
            {
                if (bundle is null)
                {
                    _bundles.Remove(version);
                    continue;
                }

                _bundles[version] = bundle;
                _newest = version;
            }
        }
    }
}
