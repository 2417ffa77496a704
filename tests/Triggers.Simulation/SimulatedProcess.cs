using Triggers.Runtime.Delivery;
using Triggers.Runtime.InMemory;
using Triggers.Runtime.Ports;

namespace Triggers.Simulation;

/// <summary>One process: a trigger worker on a thread of its own, with its own ports.</summary>
internal sealed class SimulatedProcess
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _thread;

    internal SimulatedProcess(InMemoryCluster cluster, InMemoryStateStore store, string name, Func<FaultPoint, Fault> faults, Notebook notebook)
    {
        Ports = new(cluster, name, faults);
        var options = new WorkerOptions
        {
            TransactionalId = name,
            CommitInterval = TimeSpan.FromMilliseconds(5),
            TickInterval = TimeSpan.FromMilliseconds(10),
            IdleCheckInterval = TimeSpan.FromMilliseconds(100),
            BrokerTimeout = TimeSpan.FromSeconds(1),
            FlushTimeout = TimeSpan.FromMilliseconds(200),
            ChangedCustomersMax = 20,
            CachedStates = 2_000,
        };
        Ports.Rules.Refresh(TimeSpan.FromSeconds(1));
        _thread = new Thread(() => Run(new(Ports, store, options, TimeProvider.System, notebook.For(name), notebook, new(TimeProvider.System)), notebook)) { Name = name };
        _thread.Start();
    }

    internal InMemoryPorts Ports { get; }

    /// <summary>kill -9: the cluster forgets it; its thread sees nothing but faults from here on.</summary>
    internal void Kill()
    {
        Ports.Kill();
        _stop.Cancel();
        _thread.Join();
    }

    /// <summary>Stops in good order.</summary>
    internal void Stop()
    {
        _stop.Cancel();
        _thread.Join();
    }

    private void Run(TriggerWorker worker, Notebook notebook)
    {
        try
        {
            worker.Run(_stop.Token);
        }
        catch (OutsideFault fault)
        {
            notebook.Write($"{_thread.Name} ended: {fault.Message}");
        }
        catch (Exception e)
        {
            notebook.Fail($"{_thread.Name}: {e}");
        }
    }
}
