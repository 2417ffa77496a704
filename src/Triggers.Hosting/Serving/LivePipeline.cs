using System.Runtime.ExceptionServices;
using Triggers.Model.Customers;
using Triggers.Runtime.Delivery;
using Triggers.Runtime.Ingest;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Telemetry;

namespace Triggers.Hosting.Serving;

/// <summary>
/// The live system of one process: publishes its workspace, then runs the ingest graph and the trigger graph, a thread each, until it is told to stop or one of them cannot go
/// on. Where it follows the topic of rules it also ends when a newer version is published: its events may be decoded differently.
/// </summary>
public sealed class LivePipeline(
    IPipelinePorts ports, IStateStore store, LiveRules rules, bool follows, KeySecret secret, WorkerOptions options, ServeTelemetry telemetry, IProtocolTrace trace)
{
    private static readonly TimeSpan RulesInterval = TimeSpan.FromSeconds(1);

    /// <summary>Runs until <paramref name="stop"/>, then finishes what is under way.</summary>
    /// <exception cref="OutsideFault">It cannot start or go on; the message says why and what to do.</exception>
    public void Run(CancellationToken stop)
    {
        var (time, notices, metrics, phase, _, lags) = telemetry;
        var plan = rules.Plan;
        // Take-overs wait for the broker on pool threads, one a partition, while the store's client completes its replies there.
        ThreadPool.SetMinThreads(Math.Max(64, 2 * ports.Partitions), 64);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        new RulesPublication(ports, options, time, notices).Publish(plan.Version, rules.Bundle, ending.Token);

        var worker = new TriggerWorker(ports, store, options, time, notices, trace, metrics);
        var sources = plan.Catalogue.Sources.Select(s => s.Topic).ToList();
        var ingest = new IngestWorker(ports, sources, new SourceDecoder(plan.Catalogue, secret), options, time, notices, metrics);
        Part[] parts = [new("triggers", worker.Run, ending), new("ingest", ingest.Run, ending), new("rules", WatchRules, ending), new("lags", lags.Run, ending)];
        notices.Info($"Serving workspace {plan.Name}, rules {plan.Version}.");
        phase.Serve();
        foreach (var part in parts)
        {
            part.Join();
        }

        foreach (var part in parts)
        {
            part.Rethrow();
        }
    }

    private void WatchRules(CancellationToken stop)
    {
        while (!stop.WaitHandle.WaitOne(RulesInterval))
        {
            try
            {
                ports.Rules.Refresh(options.BrokerTimeout);
                if (follows && ports.Rules.Newest != rules.Plan.Version)
                {
                    telemetry.Notices.Info($"Rules {ports.Rules.Newest} were published: beginning anew with them.");
                    return;
                }
            }
            catch (OutsideFault fault) when (fault.Retry)
            {
                telemetry.Notices.Warning($"{fault.Message}");
            }
        }
    }

    /// <summary>One graph on a thread of its own. When it ends, for whatever reason, all end.</summary>
    private sealed class Part
    {
        private readonly Thread _thread;
        private ExceptionDispatchInfo? _failure;

        internal Part(string name, Action<CancellationToken> run, CancellationTokenSource ending)
        {
            _thread = new(() => Run(run, ending)) { Name = name };
            _thread.Start();
        }

        internal void Join() => _thread.Join();

        internal void Rethrow() => _failure?.Throw();

        private void Run(Action<CancellationToken> run, CancellationTokenSource ending)
        {
            try
            {
                run(ending.Token);
            }
            catch (OperationCanceledException)
            {
                // The stop came while it waited.
            }
            catch (Exception failure)
            {
                _failure = ExceptionDispatchInfo.Capture(failure);
            }
            finally
            {
                ending.Cancel();
            }
        }
    }
}
