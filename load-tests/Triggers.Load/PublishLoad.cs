using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using Triggers.Engine.Intake;
using Triggers.Language.Text;
using Triggers.Language.Workspaces;
using Triggers.Model.Customers;
using Triggers.Model.Log;
using Triggers.Model.Time;
using Triggers.Runtime.Ingest;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Rulesets;

namespace Triggers.Load;

/// <summary>
/// <c>publish [--rules N]</c>: one thread folds the load while N rules are published, as a worker does: they are made beside it, and their record is folded when they are. The
/// longest time between two folded events, with and without; rounds alternate, and the best of each counts, since other work on the machine only ever adds.
/// </summary>
internal static class PublishLoad
{
    private const int Rounds = 5;
    private const int Events = 100_000;
    private const int EventsAfter = 2_000;
    private const int BatchEvents = 1_000;
    private const double First = 100;
    private const double Goal = 10;

    /// <summary>Runs and prints; the exit code.</summary>
    internal static int Run(int rules)
    {
        var (without, with, bytes, made) = Measure(rules);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {rules:N0} rules, a record of {bytes:N0} bytes, made in {made:N2} s beside the thread that folds
            longest time between two folded events without publication  {without.Milliseconds,8:N2} ms, of it {without.PauseMilliseconds:N2} ms garbage collection
            longest time between two folded events with publication     {with.Milliseconds,8:N2} ms, of it {with.PauseMilliseconds:N2} ms garbage collection
            T12: {with.Milliseconds:N2} ms (first {First}, goal {Goal}, moonshot 0): {Mark(with.Milliseconds, without.Milliseconds)}
            """));
        return 0;
    }

    /// <summary>The longest gap without and with publication, the size of the rules record and how long making the rules took.</summary>
    internal static (Gap Without, Gap With, int Bytes, double MadeSeconds) Measure(int rules)
    {
        var (before, after) = (WorkspaceBundle.Pack(CartRules.Files), WorkspaceBundle.Pack(ManyTriggers.Files(rules)));
        var log = Log(Events);
        Fold(log, before, null);
        Fold(log, before, after);
        var (without, with, made) = (new Gap(double.MaxValue, 0), new Gap(double.MaxValue, 0), double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            without = Gap.Min(without, Fold(log, before, null).Longest);
            var (gap, seconds) = Fold(log, before, after);
            (with, made) = (Gap.Min(with, gap), Math.Min(made, seconds));
        }

        return (without, with, after.Length, made);
    }

    private static string Mark(double with, double without) => with <= without ? "moonshot" : with <= Goal ? "goal" : with <= First ? "first" : "missed";

    /// <summary>Folds the log over and over until the published rules are made, then their record, then some more; without rules: for once.</summary>
    private static (Gap Longest, double MadeSeconds) Fold(LogRecord[] log, byte[] before, byte[]? after)
    {
        var rulesets = new RulesetCache();
        var fold = new PartitionFold(0, rulesets);
        fold.Restore(Timestamp.Beginning, rulesets.Resolve(before), new());
        var meter = new GapMeter(fold);
        GC.Collect();
        Task<Ruleset>? coming = null;
        var begun = Stopwatch.GetTimestamp();
        for (var at = 0; at < log.Length || coming is { IsCompleted: false }; at += BatchEvents)
        {
            meter.Fold(log.AsSpan(at % log.Length, BatchEvents));
            if (at == BatchEvents && after is not null)
            {
                begun = Stopwatch.GetTimestamp();
                coming = fold.PrepareAsync(new(RecordKind.Rules, 0, 0, fold.Clock, default, after));
            }
        }

        var made = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        if (coming is not null)
        {
            fold.Switch(fold.Clock, coming.GetAwaiter().GetResult());
            meter.Fold(log.AsSpan(0, EventsAfter));
        }

        return (meter.Longest, made);
    }

    private static LogRecord[] Log(int events)
    {
        var plan = WorkspaceCompiler.Compile(CartRules.Files, new DiagnosticBag()) ?? throw new InvalidOperationException("The rules of the load have a mistake.");
        var (workload, decoder, json) = (new Workload(), new SourceDecoder(plan.Catalogue, KeySecret.ForFiles), new ArrayBufferWriter<byte>());
        var log = new LogRecord[events];
        for (var i = 0; i < events; i++)
        {
            decoder.Decode(new SourceRecord("load", 0, i, Timestamp.Beginning, null, workload.Next(), []));
            json.ResetWrittenCount();
            EventWriter.Write(decoder.Event, json);
            log[i] = new(RecordKind.Event, 0, i, decoder.Event.Time, decoder.Event.Customer, json.WrittenSpan.ToArray());
        }

        return log;
    }
}
