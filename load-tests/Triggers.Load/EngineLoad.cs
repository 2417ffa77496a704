using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Triggers.Language.Text;
using Triggers.Language.Workspaces;
using Triggers.Runtime.Rulesets;
using Triggers.Runtime.Scenarios;

namespace Triggers.Load;

/// <summary>
/// <c>engine cart [--events N] [--json]</c>: the engine alone, JSON parsed, states in memory; outputs and their hash to be compared with other engines on the same bytes.
/// </summary>
internal static class EngineLoad
{
    private const int WarmUpEvents = 100_000;

    /// <summary>Runs and prints; the exit code.</summary>
    internal static int Run(string name, int count, bool asJson)
    {
        if (name != "cart")
        {
            Console.Error.WriteLine($"error: There is no workload {name}.\n  Use cart.");
            return 2;
        }

        var workload = new Workload();
        var events = new byte[count][];
        for (var i = 0; i < count; i++)
        {
            events[i] = workload.Next();
        }

        Fold(events[..Math.Min(count, WarmUpEvents)]);
        GC.Collect();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var begun = Stopwatch.GetTimestamp();
        var outputs = Fold(events);
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var cpuSeconds = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds;
        Print(new(name, count, outputs.Count, outputs.Hash(), seconds, cpuSeconds, count / cpuSeconds), asJson);
        return 0;
    }

    private static OutputHash Fold(byte[][] events)
    {
        var plan = WorkspaceCompiler.Compile(CartRules.Files, new DiagnosticBag()) ?? throw new InvalidOperationException("The rules of the load have a mistake.");
        var outputs = new OutputHash();
        var rules = new Ruleset(plan);
        using var feed = new EventFeed(events, plan.Catalogue, rules.SelectionForFiles);
        new FileRun(rules, RunUntil.Last, outputs).Execute(feed, TimeProvider.System);
        return outputs;
    }

    private static void Print(EngineResult result, bool asJson) => Console.WriteLine(asJson
        ? JsonSerializer.Serialize(result, JsonSerializerOptions.Web)
        : string.Create(CultureInfo.InvariantCulture, $"""
            {result.Workload}: {result.Events:N0} events, {result.Outputs:N0} outputs, {result.Sha256}
            {result.Seconds:N2} s, {result.CpuSeconds:N2} CPU s, {result.EventsPerCpuSecond:N0} events per CPU-second
            """));
}
