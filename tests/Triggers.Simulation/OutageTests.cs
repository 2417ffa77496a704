using System.Text;
using Triggers.Language.Workspaces;
using Triggers.Model.Log;
using Triggers.Model.Time;
using Triggers.Runtime.Delivery;
using Triggers.Runtime.InMemory;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Rulesets;
using Triggers.Runtime.Telemetry;
using Xunit;

namespace Triggers.Simulation;

/// <summary>What a worker does and says while the store does not do its part.</summary>
public sealed class OutageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly InMemoryCluster _cluster = new(2, () => Timestamp.From(TimeProvider.System.GetUtcNow()));
    private readonly Lines _lines = new();

    [Fact]
    public void While_states_cannot_be_read_the_worker_waits_instead_of_asking_and_telling_without_a_pause()
    {
        var asked = 0;
        using var running = Run(new(point => point.Call == PortCall.Load && Interlocked.Increment(ref asked) > 0 ? Fault.RequestLost : Fault.None));
        AppendEvent();
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref asked) > 0, Patience), _lines.Text);

        Assert.False(SpinWait.SpinUntil(() => Volatile.Read(ref asked) > 100 || _lines.Count(" waits: ") > 100, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void A_store_that_throws_stops_the_partition_with_a_word_to_the_operator()
    {
        using var running = Run(new(point => point.Call == PortCall.Store ? throw new InvalidDataException("A script answered 'PERHAPS'.") : Fault.None));
        AppendEvent();

        Assert.True(SpinWait.SpinUntil(() => _lines.Count("is stopped: its states cannot be stored: InvalidDataException: A script answered 'PERHAPS'.") > 0, Patience), _lines.Text);
    }

    [Fact]
    public async Task Giving_back_waits_once_for_all_partitions_of_a_store_that_does_not_answer()
    {
        var options = new WorkerOptions { FlushTimeout = TimeSpan.FromSeconds(1) };
        var store = new InMemoryStateStore(_ => Fault.RequestLost);
        var partitions = new PartitionSet(options, _lines, new Notebook());
        partitions.Assigned([.. Enumerable.Range(0, 60)]);
        foreach (var owned in partitions.Owned)
        {
            var behind = new WriteBehind(store, new Notebook(), TimeProvider.System, 0, owned.Cancellation);
            owned.Running = new(owned.Number, default, new(owned.Number, new()), Runtime.Partitions.StateCache.OfEverything(), behind, 0);
            behind.Enqueue(new(owned.Number, default, 0, 1, 0, Timestamp.Beginning, []));
        }

        await Task.Run(partitions.ReleaseAll).WaitAsync(Patience);

        Assert.Empty(partitions.Owned);
    }

    private Running Run(InMemoryStateStore store)
    {
        var bundle = WorkspaceBundle.Pack(SimulatedWorkspace.Files);
        var ports = new InMemoryPorts(_cluster, "a");
        ports.Rules.PublishAsync(WorkspaceCompiler.VersionOf(SimulatedWorkspace.Files), bundle, default).GetAwaiter().GetResult();
        for (var partition = 0; partition < _cluster.Partitions; partition++)
        {
            ports.Appender.AppendAsync(partition, RecordKind.Rules, bundle, default).GetAwaiter().GetResult();
        }

        return new(new(ports, store, new() { CommitInterval = TimeSpan.FromMilliseconds(5) }, TimeProvider.System, _lines, new Notebook(), new(TimeProvider.System)));
    }

    private void AppendEvent() => _cluster.Append(
        _cluster.Names.Events,
        Encoding.ASCII.GetBytes(new string('1', 32)),
        """{"type":"cart.updated","id":"1","time":1767225600005,"customer":"user:42","data":{"cart":"k1","value":"80.00 EUR"}}"""u8.ToArray(),
        [new("kind", "event")]);

    private sealed class Running : IDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly Thread _thread;

        internal Running(TriggerWorker worker)
        {
            _thread = new(() => worker.Run(_stop.Token));
            _thread.Start();
        }

        public void Dispose()
        {
            _stop.Cancel();
            _thread.Join();
            _stop.Dispose();
        }
    }

    private sealed class Lines : INotices
    {
        private readonly List<string> _lines = [];

        internal string Text
        {
            get
            {
                lock (_lines)
                {
                    return string.Join(Environment.NewLine, _lines);
                }
            }
        }

        public void Info(NoticeText text) => Write(text.ToString());

        public void Warning(NoticeText text) => Write(text.ToString());

        public void Error(NoticeText text) => Write(text.ToString());

        internal int Count(string part)
        {
            lock (_lines)
            {
                return _lines.Count(line => line.Contains(part, StringComparison.Ordinal));
            }
        }

        private void Write(string text)
        {
            lock (_lines)
            {
                _lines.Add(text);
            }
        }
    }
}
