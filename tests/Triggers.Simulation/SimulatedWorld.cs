using System.Buffers;
using System.Text;
using Triggers.Engine.Intake;
using Triggers.Language.Text;
using Triggers.Language.Workspaces;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Log;
using Triggers.Model.Time;
using Triggers.Model.Values;
using Triggers.Runtime.Contracts;
using Triggers.Runtime.InMemory;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Rulesets;
using Triggers.Runtime.Scenarios;

namespace Triggers.Simulation;

/// <summary>A cluster, a store, some processes, and the oracle: the fold of the whole log.</summary>
internal sealed class SimulatedWorld : IDisposable
{
    private const int Partitions = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Random _random;
    private readonly EventCatalogueOf _catalogue = new();
    private readonly Dictionary<string, SimulatedProcess> _processes = [];
    private readonly byte[] _bundle = WorkspaceBundle.Pack(SimulatedWorkspace.Sharing);
    private InMemorySnapshot? _snapshot;
    private volatile bool _calm;
    private int _events;

    internal SimulatedWorld(int seed)
    {
        _random = new(seed);
        Cluster = new(Partitions, () => Timestamp.From(TimeProvider.System.GetUtcNow()));
        Store = new(FaultAt);
        using var publisher = new InMemoryPorts(Cluster, "publisher");
        publisher.Rules.PublishAsync(WorkspaceCompiler.VersionOf(SimulatedWorkspace.Sharing), _bundle, default).GetAwaiter().GetResult();
        for (var partition = 0; partition < Partitions; partition++)
        {
            publisher.Appender.AppendAsync(partition, RecordKind.Rules, _bundle, default).GetAwaiter().GetResult();
            publisher.Appender.AppendAsync(partition, RecordKind.Lease, SimulatedWorkspace.ShareOf(partition, Partitions), default).GetAwaiter().GetResult();
        }
    }

    internal InMemoryCluster Cluster { get; }

    internal InMemoryStateStore Store { get; }

    internal Notebook Notebook { get; } = new();

    internal int Faults { get; private set; }

    internal void Start(string name) => _processes[name] = new(Cluster, Store, name, FaultAt, Notebook);

    internal void Kill(string name) => _processes[name].Kill();

    internal void Expel(string name) => _processes[name].Ports.Expel();

    /// <summary>From here on nothing goes wrong.</summary>
    internal void CalmDown() => _calm = true;

    /// <summary>Publishes rules; every process hears of them.</summary>
    internal void Publish(WorkspaceFiles files)
    {
        using var publisher = new InMemoryPorts(Cluster, "publisher");
        publisher.Rules.PublishAsync(WorkspaceCompiler.VersionOf(files), WorkspaceBundle.Pack(files), default).GetAwaiter().GetResult();
        foreach (var process in _processes.Values)
        {
            process.Ports.Rules.Refresh(Patience);
        }
    }

    /// <summary>Waits until this version is in force in all partitions; false when that does not come.</summary>
    internal bool IsInForce(WorkspaceFiles files) => SpinWait.SpinUntil(
        () => Enumerable.Range(0, Partitions).All(partition => VersionAt(partition) == WorkspaceCompiler.VersionOf(files)), Patience);

    internal void TakeSnapshot() => _snapshot = Store.Snapshot();

    internal void RestoreSnapshot()
    {
        if (_snapshot is { } snapshot)
        {
            Store.Restore(snapshot);
        }
    }

    internal void DeliverLateCopy()
    {
        if (Store.LateCopies is > 0 and var copies)
        {
            Store.DeliverLate(_random.Next(copies));
        }
    }

    /// <summary>Writes nonsense into the changelog under the key of a customer; returns the partition.</summary>
    internal int DamageChangelog()
    {
        var state = Cluster.Committed(Cluster.Names.State).First(r => !r.Key.AsSpan().SequenceEqual(PartitionRecord.Key));
        return Cluster.Append(Cluster.Names.State, state.Key, [255, 1, 2, 3]).Partition;
    }

    /// <summary>Waits until the store has a partition up to the end of its log; false when that does not come.</summary>
    internal bool IsStored(int partition) => SpinWait.SpinUntil(
        () => Store.StampAsync(partition, default).GetAwaiter().GetResult().Applied == Cluster.Committed(Cluster.Names.Events).Last(r => r.Partition == partition).Offset + 1,
        Patience);

    /// <summary>Some customers do something.</summary>
    internal void AppendEvents(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (key, json) = _catalogue.Event(_random, _events++);
            Cluster.Append(Cluster.Names.Events, Encoding.ASCII.GetBytes(key.ToString()), json, [new("kind", "event")]);
        }
    }

    /// <summary>Waits until what is committed is what the fold of the log says, and the store holds its states; the difference when that does not come.</summary>
    internal string? Settle()
    {
        var begun = TimeProvider.System.GetTimestamp();
        string? difference;
        do
        {
            Thread.Sleep(50);
            difference = Notebook.Failure ?? Difference();
        }
        while (difference is not null && Notebook.Failure is null && TimeProvider.System.GetElapsedTime(begun) < Patience);
        return difference;
    }

    internal long MessagesCommitted => Cluster.Committed("outbound.push").Count;

    public void Dispose()
    {
        foreach (var process in _processes.Values)
        {
            process.Stop();
        }
    }

    private string? VersionAt(int partition) => RecordOf(partition)?.Rules;

    private PartitionRecord? RecordOf(int partition)
    {
        var records = Cluster.Committed(Cluster.Names.State).Where(r => r.Partition == partition && r.Key.AsSpan().SequenceEqual(PartitionRecord.Key)).ToList();
        return records.Count == 0 ? null : PartitionRecord.Read(records[^1].Value!);
    }

    private string? Difference()
    {
        var log = Cluster.Committed(Cluster.Names.Events);
        var fold = new LogFold(new());
        var output = new FoldOutput();
        foreach (var record in log)
        {
            fold.Fold(Record(record), output);
        }

        var expected = Lines(output.Steps.Messages.Select(m => (m.Customer.ToString(), Encoding.UTF8.GetString(MessageJson.Write(m)))));
        var actual = Lines(Cluster.Committed("outbound.push").Select(r => (Encoding.ASCII.GetString(r.Key!), Encoding.UTF8.GetString(r.Value!))));
        return TimersLeft(output, fold) ?? Compare("messages", expected, actual) ?? fold.Partitions.Select(p => StoreDifference(fold, p)).FirstOrDefault(d => d is not null);
    }

    /// <summary>The log is at rest only when every wait has ended.</summary>
    private static string? TimersLeft(FoldOutput output, LogFold fold) => fold.Partitions
        .SelectMany(p => fold.StatesOf(p).Values)
        .Any(blob => Triggers.Engine.State.StateCodec.NextDeadlineOf(blob) != Timestamp.Never) ? $"waits are under way, {output.Fired} timers fired" : null;

    private string? StoreDifference(LogFold fold, int partition)
    {
        var stored = Store.ScanAsync(partition).ToBlockingEnumerable().ToDictionary(e => e.Customer, e => Convert.ToHexString(e.Blob!));
        var stamp = Store.StampAsync(partition, default).GetAwaiter().GetResult();
        if (stamp.Applied != fold.RecordOf(partition).Applied)
        {
            return $"partition {partition} is stored up to {stamp.Applied}, the log ends at {fold.RecordOf(partition).Applied}";
        }

        if (!RecordOf(partition)!.Write().AsSpan().SequenceEqual(fold.RecordOf(partition).Write()))
        {
            return $"the record of partition {partition} is {Encoding.UTF8.GetString(RecordOf(partition)!.Write())}, not {Encoding.UTF8.GetString(fold.RecordOf(partition).Write())}";
        }

        return Compare(
            $"states of partition {partition}",
            Lines(fold.StatesOf(partition).Select(s => (s.Key.ToString(), Convert.ToHexString(s.Value)))),
            Lines(stored.Select(s => (s.Key.ToString(), s.Value))));
    }

    /// <summary>By customer, in the customer's order: a multiset that keeps order per customer.</summary>
    private static List<string> Lines(IEnumerable<(string Customer, string Line)> records) =>
        [.. records.GroupBy(r => r.Customer, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).SelectMany(g => g.Select(r => $"{g.Key} {r.Line}"))];

    private static string? Compare(string what, List<string> expected, List<string> actual)
    {
        var at = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        return at == expected.Count && at == actual.Count
            ? null
            : $"{what}: expected {expected.Count}, found {actual.Count}; first difference at {at}: {expected.ElementAtOrDefault(at)} / {actual.ElementAtOrDefault(at)}";
    }

    private static LogRecord Record(InMemoryRecord record)
    {
        var kind = Enum.Parse<RecordKind>(record.Headers.First(h => h.Key == "kind").Value, ignoreCase: true);
        var customer = kind == RecordKind.Event && CustomerKey.TryParse(record.Key, out var key) ? key : default;
        return new(kind, record.Partition, record.Offset, record.AppendTime, customer, record.Value);
    }

    private Fault FaultAt(FaultPoint point)
    {
        if (_calm)
        {
            return Fault.None;
        }

        lock (_random)
        {
            if (_random.Next(60) != 0)
            {
                return Fault.None;
            }

            Faults++;
            return (Fault)_random.Next(1, (int)Fault.MarkersLate + 1);
        }
    }

    /// <summary>Makes canonical events of the simulated workspace.</summary>
    private sealed class EventCatalogueOf
    {
        private readonly Language.Schema.EventCatalogue _catalogue = WorkspaceCompiler.Compile(SimulatedWorkspace.Sharing, new DiagnosticBag())!.Catalogue;
        private readonly CustomerEvent _event = new();
        private readonly ArrayBufferWriter<byte> _buffer = new();

        internal (CustomerKey Key, byte[] Json) Event(Random random, int number)
        {
            var identifier = new Identifier("user", $"u{random.Next(40)}");
            var key = KeySecret.ForFiles.KeyOf(identifier);
            var type = _catalogue.Find(random.Next(3) == 0 ? "order.placed" : "cart.updated")!;
            _event.Begin(type, key, identifier, $"e{number - (random.Next(20) == 0 ? 1 : 0)}", Timestamp.From(TimeProvider.System.GetUtcNow()));
            _event.Set(type.Record.Find("cart")!.Ordinal, Value.Of($"k{random.Next(3)}"));
            if (type.Record.Find("value") is { } value)
            {
                _event.Set(value.Ordinal, Value.Of(new Money(random.Next(100), "EUR")));
            }

            _buffer.ResetWrittenCount();
            EventWriter.Write(_event, _buffer);
            return (key, _buffer.WrittenSpan.ToArray());
        }
    }
}
