using Triggers.Runtime.Ports;
using Triggers.Runtime.Telemetry;

namespace Triggers.Runtime.InMemory;

/// <summary>The reference of <see cref="IPipelinePorts"/>: one process's view of an <see cref="InMemoryCluster"/>.</summary>
public sealed class InMemoryPorts : IPipelinePorts
{
    private readonly InMemoryCluster _cluster;
    private readonly Func<FaultPoint, Fault>? _faults;
    private readonly List<GroupMember> _members = [];
    private volatile bool _gone;

    /// <summary>The ports of one simulated process; those of several share the groups of their cluster.</summary>
    /// <param name="cluster">Topics, groups and transactions that its processes share.</param>
    /// <param name="name">Its name in <see cref="FaultPoint.Actor"/>.</param>
    /// <param name="faults">Asked before every call; null: no faults.</param>
    public InMemoryPorts(InMemoryCluster cluster, string name = "", Func<FaultPoint, Fault>? faults = null)
    {
        _cluster = cluster;
        _faults = faults;
        Name = name;
        Changelog = new InMemoryChangelog(cluster, this);
        Appender = new InMemoryAppender(cluster, this);
        Rules = new InMemoryRulesTopic(cluster, this);
    }

    /// <summary>The process's name.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public int Partitions => _cluster.Partitions;

    /// <inheritdoc/>
    public IChangelog Changelog { get; }

    /// <inheritdoc/>
    public ILogAppender Appender { get; }

    /// <inheritdoc/>
    public IRulesTopic Rules { get; }

    internal bool IsGone => _gone;

    /// <inheritdoc/>
    public ILogConsumer OpenLog() => new InMemoryLogConsumer(_cluster, this, Join("triggers", [_cluster.Names.Events]));

    /// <inheritdoc/>
    public ISourceConsumer OpenSources(IReadOnlyList<string> topics) => new InMemorySourceConsumer(_cluster, this, Join("ingest", topics));

    /// <inheritdoc/>
    public IOutputTransaction OpenTransaction(string transactionalId)
    {
        EnsureAlive();
        return new InMemoryTransaction(_cluster, this, transactionalId);
    }

    /// <inheritdoc/>
    public IReadOnlyList<PartitionLag> Lags(IReadOnlyList<string> sources, TimeSpan timeout)
    {
        EnsureAlive();
        return [.. LagsOf("triggers", _cluster.Names.Events), .. sources.SelectMany(topic => LagsOf("ingest", topic))];
    }

    /// <summary>The groups put this process out, as after a session time-out. It goes on, and hears of it when it polls.</summary>
    public void Expel() => _cluster.Changed(() => _members.ForEach(member => member.Leave()));

    /// <summary>kill -9: no goodbye to anybody. The groups put it out; its transactions stay open until they time out or its transactional id is opened again; its own calls fault.</summary>
    public void Kill()
    {
        _gone = true;
        Expel();
    }

    /// <summary>Leaves the groups in good order.</summary>
    public void Dispose() => Expel();

    internal Fault FaultAt(PortCall call, int partition = -1)
    {
        EnsureAlive();
        return _faults?.Invoke(new(call, partition, Name)) ?? Fault.None;
    }

    internal static OutsideFault NoAnswer(string what) => new($"The cluster in memory gave no answer to {what}.", "Try again.", retry: true);

    private void EnsureAlive()
    {
        if (_gone)
        {
            throw new OutsideFault($"The process '{Name}' was killed and still calls the cluster.", "Stop its threads.");
        }
    }

    private IEnumerable<PartitionLag> LagsOf(string group, string topic)
    {
        foreach (var place in Enumerable.Range(0, _cluster.PartitionsOf(topic)).Select(partition => new TopicPartition(topic, partition)))
        {
            var (first, end) = _cluster.Watermarks(place);
            _cluster.TryCommitted(_cluster.Group(group), place, out var committed);
            yield return new(topic, place.Partition, Math.Max(0, end - (committed ?? first)));
        }
    }

    private GroupMember Join(string group, IReadOnlyList<string> topics)
    {
        EnsureAlive();
        var places = topics.SelectMany(topic => Enumerable.Range(0, _cluster.PartitionsOf(topic)).Select(partition => new TopicPartition(topic, partition)));
        var member = new GroupMember(_cluster.Group(group), [.. places]);
        _cluster.Changed(() => _members.Add(member));
        return member;
    }
}
