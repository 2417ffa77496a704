using System.Diagnostics;
using System.Globalization;
using Triggers.Engine.Index;
using Triggers.Engine.Intake;
using Triggers.Language.Schema;
using Triggers.Language.Text;
using Triggers.Language.Workspaces;
using Triggers.Model.Events;

namespace Triggers.Load;

/// <summary>
/// <c>matching [--rules N]</c>: which of N rules an event concerns, and nothing else: a loop over compiled delegates and one over packed structs, both on numbers read
/// beforehand, and the index of the engine on decoded events. Nanoseconds of CPU an event, best of alternating rounds.
/// </summary>
internal static class MatchingLoad
{
    private const int Events = 4_096;
    private const int Rounds = 5;

    // So many that the compiler's last tier is reached.
    private const int Builds = 100;

    private static readonly TimeSpan RoundTime = TimeSpan.FromMilliseconds(300);

    /// <summary>Runs and prints; the exit code.</summary>
    internal static int Run(int count)
    {
        var result = Measure(count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {count:N0} rules, {result.Matches:N3} matches an event
            loop over compiled delegates  {result.Delegates,10:N0} ns an event
            loop over packed structs      {result.Structs,10:N0} ns an event
            index                         {result.Index,10:N0} ns an event, built in {result.Building.TotalMilliseconds:N1} ms
            ratio                         {result.Delegates / result.Index,10:N0} (T3: first 100, goal 1,000, moonshot 3,000)
            """));
        return 0;
    }

    /// <summary>Nanoseconds of CPU an event each way.</summary>
    /// <exception cref="InvalidOperationException">The three ways do not find the same.</exception>
    internal static (double Delegates, double Structs, double Index, double Matches, TimeSpan Building) Measure(int count)
    {
        var catalogue = WorkspaceCompiler.Compile(CartRules.Files, new DiagnosticBag())?.Catalogue ?? throw new InvalidOperationException("The rules of the load have a mistake.");
        var events = Decoded(catalogue);
        PackedEvent[] packed = [.. events.Select(PackedEvent.Of)];
        PackedRule[] rules = [.. Enumerable.Range(0, count).Select(i => MatchingRules.Packed(i, catalogue))];
        Func<PackedEvent, bool>[] delegates = [.. rules.Select(MatchingRules.Compiled)];
        Subscription[] subscriptions = [.. rules.Select(rule => MatchingRules.Subscription(rule, catalogue))];
        var (index, building) = Build(subscriptions);
        var hits = new SubscriptionHits();
        Func<int, int>[] ways = [i => Loop(delegates, packed[i]), i => Loop(rules, packed[i]), i => Match(index, events[i], hits)];

        // All ways must find the same in the same events, before anyone is timed.
        var found = ways.Select(way => Enumerable.Range(0, Events).Select(way).ToArray()).ToArray();
        if (!found[0].SequenceEqual(found[1]) || !found[0].SequenceEqual(found[2]))
        {
            throw new InvalidOperationException("The three ways do not find the same.");
        }

        double[] best = [double.MaxValue, double.MaxValue, double.MaxValue];
        for (var round = 0; round < Rounds; round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                best[way] = Math.Min(best[way], Nanoseconds(ways[way]));
            }
        }

        return (best[0], best[1], best[2], found[0].Average(), building);
    }

    private static CustomerEvent[] Decoded(EventCatalogue catalogue)
    {
        using var feed = new EventFeed(LoadEvents.First(Events), catalogue, FieldSelection.Everything(catalogue));
        feed.Turn(0, Events);
        var events = new CustomerEvent[Events];
        for (var i = 0; feed.Next() is not null; i++)
        {
            // The feed shows all events in one object.
            var shown = feed.Event;
            events[i] = new();
            events[i].Begin(shown.EventType, shown.Customer, shown.Identifier, shown.Id, shown.Time);
            foreach (var declared in shown.Type.Fields.Skip(EventType.FirstField))
            {
                events[i].Set(declared.Ordinal, shown[declared.Ordinal]);
            }
        }

        return events;
    }

    private static (EventIndex Index, TimeSpan Fastest) Build(Subscription[] subscriptions)
    {
        var fastest = TimeSpan.MaxValue;
        EventIndex index = null!;
        for (var round = 0; round < Builds; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            index = new(subscriptions);
            var taken = Stopwatch.GetElapsedTime(begun);
            fastest = taken < fastest ? taken : fastest;
        }

        return (index, fastest);
    }

    private static int Loop(Func<PackedEvent, bool>[] rules, PackedEvent candidate)
    {
        var matches = 0;
        foreach (var rule in rules)
        {
            matches += rule(candidate) ? 1 : 0;
        }

        return matches;
    }

    private static int Loop(PackedRule[] rules, PackedEvent candidate)
    {
        var matches = 0;
        foreach (ref readonly var rule in rules.AsSpan())
        {
            matches += rule.Holds(candidate) ? 1 : 0;
        }

        return matches;
    }

    private static int Match(EventIndex index, CustomerEvent candidate, SubscriptionHits hits)
    {
        index.Match(candidate, hits);
        return hits.Count;
    }

    private static double Nanoseconds(Func<int, int> way)
    {
        var (done, matches) = (0L, 0L);
        var begun = Stopwatch.GetTimestamp();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        do
        {
            for (var step = 0; step < 256; step++)
            {
                matches += way((int)(done++ % Events));
            }
        }
        while (Stopwatch.GetElapsedTime(begun) < RoundTime);
        var spent = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        GC.KeepAlive(matches);
        return spent.TotalNanoseconds / done;
    }
}
