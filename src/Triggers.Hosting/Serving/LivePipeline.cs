using Triggers.Language.Plan;
using Triggers.Model.Customers;
using Triggers.Runtime.Delivery;
using Triggers.Runtime.Ingest;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Telemetry;

namespace Triggers.Hosting.Serving;

/// <summary>
/// The live system of one process: publishes its workspace, then runs the ingest graph and the trigger graph, a thread each, until it is told to stop or one of them cannot go
/// on.
/// </summary>
public sealed class LivePipeline(
    IPipelinePorts ports, IStateStore store, WorkspacePlan plan, byte[] bundle, KeySecret secret, WorkerOptions options, TimeProvider time, INotices notices, IProtocolTrace trace)
{
    private static readonly TimeSpan RulesInterval = TimeSpan.FromSeconds(1);

    /// <summary>Runs until <paramref name="stop"/>, then finishes what is under way.</summary>
    /// <exception cref="OutsideFault">It cannot start or go on; the message says why and what to do.</exception>
    public void Run(CancellationToken stop)
    {
        // Take-overs wait for the broker on pool threads, one a partition, while the store's client completes its replies there.
        ThreadPool.SetMinThreads(Math.Max(64, 2 * ports.Partitions), 64);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        new RulesPublication(ports, options, time, notices).Publish(plan.Version, bundle, ending.Token);

        OutsideFault? fault = null;
        Thread Start(string name, Action<CancellationToken> run)
        {
            var thread = new Thread(() =>
            {
                try
                {
                    run(ending.Token);
                }
                catch (OutsideFault e)
                {
                    Interlocked.CompareExchange(ref fault, e, null);
                }
                catch (OperationCanceledException)
                {
                    // The stop came while it waited.
                }
                finally
                {
                    ending.Cancel();
                }
            })
            {
                Name = name,
            };
            thread.Start();
            return thread;
        }

        var worker = new TriggerWorker(ports, store, options, time, notices, trace);
        var sources = plan.Catalogue.Sources.Select(s => s.Topic).ToList();
        var ingest = new IngestWorker(ports, sources, () => new SourceDecoder(plan.Catalogue, secret), options, time, notices);
        Thread[] threads = [Start("triggers", worker.Run), Start("ingest", ingest.Run), Start("rules", WatchRules)];
        notices.Info($"Serving workspace {plan.Name}, rules {plan.Version}.");
        Array.ForEach(threads, thread => thread.Join());
        if (fault is not null)
        {
            throw fault;
        }
    }

    private void WatchRules(CancellationToken stop)
    {
        while (!stop.WaitHandle.WaitOne(RulesInterval))
        {
            try
            {
                ports.Rules.Refresh(options.BrokerTimeout);
            }
            catch (OutsideFault fault) when (fault.Retry)
            {
                notices.Warning(fault.Message);
            }
        }
    }
}
