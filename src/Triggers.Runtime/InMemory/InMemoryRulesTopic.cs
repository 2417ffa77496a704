using System.Collections.Concurrent;
using System.Text;
using Triggers.Runtime.Ports;

namespace Triggers.Runtime.InMemory;

/// <summary>The reference of <see cref="IRulesTopic"/>.</summary>
internal sealed class InMemoryRulesTopic(InMemoryCluster cluster, InMemoryPorts process) : IRulesTopic
{
    private readonly ConcurrentDictionary<string, byte[]> _bundles = new(StringComparer.Ordinal);
    private readonly Lock _refreshing = new();
    private readonly List<InMemoryRecord> _fetched = [];
    private long _next;

    public string? Newest { get; private set; }

    public byte[]? Bundle(string version) => _bundles.GetValueOrDefault(version);

    public Task PublishAsync(string version, byte[] bundle, CancellationToken cancellation)
    {
        var fault = process.FaultAt(PortCall.Publish);
        if (fault != Fault.RequestLost)
        {
            cluster.Append(cluster.Names.Rules, Encoding.UTF8.GetBytes(version), bundle);
        }

        return fault is Fault.RequestLost or Fault.ReplyLost ? Task.FromException(InMemoryPorts.NoAnswer($"version {version} of the rules")) : Task.CompletedTask;
    }

    public bool Refresh(TimeSpan timeout)
    {
        lock (_refreshing)
        {
            _fetched.Clear();
            _next = cluster.Locked(() => cluster.Log(new(cluster.Names.Rules, 0)).Read(_next, int.MaxValue, _fetched));
            foreach (var record in _fetched)
            {
                var version = Encoding.UTF8.GetString(record.Key ?? []);
                _bundles[version] = record.Value ?? [];
                Newest = version;
            }

            return _fetched.Count > 0;
        }
    }

    public void Dispose()
    {
    }
}
