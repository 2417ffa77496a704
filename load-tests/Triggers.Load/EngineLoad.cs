using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Triggers.Load.Baselines;

namespace Triggers.Load;

/// <summary>
/// <c>engine cart|rules-N [--events N] [--json]</c>: the engine alone, JSON parsed, states in memory; outputs and their hash, compared with what other engines give on the same bytes.
/// With <c>--by-hand</c> a loop written for just these rules does the same.
/// </summary>
internal static class EngineLoad
{
    private const int WarmUpEvents = 200_000;
    private const int WarmUps = 6;

    /// <summary>Runs and prints; the exit code: 1 when the outputs are not those stated, 2 when there is no such workload.</summary>
    internal static int Run(string name, int count, bool byHand, bool asJson)
    {
        if (LoadRules.Find(name) is not { } rules)
        {
            Console.Error.WriteLine($"error: There is no workload {name}.\n  Use cart, or rules-N with the number of rules: rules-10, rules-100, rules-1000, rules-10000.");
            return 2;
        }

        var events = LoadEvents.First(count);
        var result = byHand ? ByHand(rules, events) : Engine(rules, events);
        var (same, verdict) = Judge(rules, events, result, byHand);
        Print(result, verdict, asJson);
        if (!same && asJson)
        {
            Console.Error.WriteLine($"{result.Workload}: {verdict}");
        }

        return same ? 0 : 1;
    }

    /// <summary>Holds the outputs against those stated; where nothing is stated for so many rules and events, against those of the loop written by hand.</summary>
    private static (bool Same, string Verdict) Judge(LoadRules rules, LoadEvents events, EngineResult result, bool byHand)
    {
        var (stated, where) = (rules.Stated(events.Count), "as stated in the workload");
        if (stated is null && byHand)
        {
            return (true, "nothing is stated for so many rules and events");
        }

        if (stated is null)
        {
            var outputs = new OutputHash();
            Fold(rules.ByHand(), events, events.Count, outputs);
            (stated, where) = (new(rules.Name, events.Count, outputs.Count, outputs.Hash()), "as a loop written by hand gives");
        }

        var same = stated.Outputs == result.Outputs && stated.Sha256 == result.Sha256;
        return (same, same ? where : string.Create(CultureInfo.InvariantCulture, $"NOT {where}: {stated.Outputs:N0} outputs, {stated.Sha256}"));
    }

    private static EngineResult Engine(LoadRules rules, LoadEvents events)
    {
        var plan = rules.Compile();
        for (var i = 0; i < WarmUps; i++)
        {
            using var warm = new EngineUnderLoad(plan, events, new OutputHash());
            warm.Fold(0, Math.Min(events.Count, WarmUpEvents));
        }

        var outputs = new OutputHash();
        using var engine = new EngineUnderLoad(plan, events, outputs);
        return Measure(rules.Name, events.Count, outputs, () => engine.Fold(0, events.Count));
    }

    private static EngineResult ByHand(LoadRules rules, LoadEvents events)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            Fold(rules.ByHand(), events, Math.Min(events.Count, WarmUpEvents), new());
        }

        var outputs = new OutputHash();
        var loop = rules.ByHand();
        return Measure($"{rules.Name} by hand", events.Count, outputs, () => Fold(loop, events, events.Count, outputs));
    }

    private static void Fold(IHandWritten loop, LoadEvents events, int count, OutputHash outputs)
    {
        for (var i = 0; i < count; i++)
        {
            loop.Take(events[i], outputs);
        }
    }

    private static EngineResult Measure(string name, int count, OutputHash outputs, Action run)
    {
        GC.Collect();
        var begun = Stopwatch.GetTimestamp();
        var cpuSeconds = ProcessorTime.Seconds(run);
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        return new(name, count, outputs.Count, outputs.Hash(), seconds, cpuSeconds, count / cpuSeconds);
    }

    private static void Print(EngineResult result, string verdict, bool asJson) => Console.WriteLine(asJson
        ? JsonSerializer.Serialize(result, JsonSerializerOptions.Web)
        : string.Create(CultureInfo.InvariantCulture, $"""
            {result.Workload}: {result.Events:N0} events, {result.Outputs:N0} outputs, {result.Sha256}
            {verdict}
            {result.Seconds:N2} s, {result.CpuSeconds:N2} CPU s, {result.EventsPerCpuSecond:N0} events per CPU-second
            """));
}
