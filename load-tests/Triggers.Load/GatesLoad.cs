using System.Diagnostics;
using System.Globalization;
using Triggers.Engine;
using Triggers.Engine.State;

namespace Triggers.Load;

/// <summary>
/// <c>gates [--candidates N]</c>: time and memory that a candidate costs. First from the event that starts it to its decision and message, with no gate but the address and
/// with all of them; then the chain alone, which is every gate asked and what they found booked; and what is left of the difference: what each gate saw, and the places it
/// took, as the decision record keeps them. See <see cref="GateRules"/>.
/// </summary>
internal static class GatesLoad
{
    private const int Rounds = 5;

    /// <summary>Runs and prints; the exit code.</summary>
    internal static int Run(int candidates)
    {
        var (none, bare, gated, chain) = ((double.MaxValue, double.MaxValue), (double.MaxValue, double.MaxValue), (double.MaxValue, double.MaxValue), (double.MaxValue, double.MaxValue));
        for (var round = 0; round < Rounds; round++)
        {
            bare = Best(bare, Whole(new(withGates: false), candidates));
            gated = Best(gated, Whole(new(withGates: true), candidates));
            none = Best(none, Chain(new(withGates: false), candidates));
            chain = Best(chain, Chain(new(withGates: true), candidates));
        }

        Print("event to message, only the address asked", bare);
        Print("event to message, all gates", gated);
        Print("the chain, only the address asked", none);
        Print("the chain, all gates", chain);
        Print("the record of all gates and their places", (gated.Item1 - bare.Item1 - (chain.Item1 - none.Item1), gated.Item2 - bare.Item2 - (chain.Item2 - none.Item2)));
        return 0;
    }

    private static (double, double) Best((double, double) left, (double, double) right) => (Math.Min(left.Item1, right.Item1), Math.Min(left.Item2, right.Item2));

    private static void Print(string what, (double Nanoseconds, double Bytes) cost) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-42}{cost.Nanoseconds,8:N0} ns{cost.Bytes,8:N0} B a candidate"));

    private static (double Nanoseconds, double Bytes) Whole(GateRules rules, int candidates)
    {
        var (engine, output, state) = (new CustomerEngine(rules.Plan), new StepOutput(), new CustomerState(GateRules.Key));
        var events = Enumerable.Range(0, GateRules.InARow).Select(rules.Viewed).ToArray();
        return Measure(candidates, () => rules.Restore(state), () =>
        {
            output.Clear();
            foreach (var viewed in events)
            {
                engine.Step(state, new(viewed, viewed.Time, 0) { Leases = rules.Leases }, output);
            }

            if (output.Messages.Count != GateRules.InARow)
            {
                throw new InvalidOperationException($"{output.Decisions[^1].Gate}: {output.Decisions[^1].Reason}");
            }
        });
    }

    private static (double Nanoseconds, double Bytes) Chain(GateRules rules, int candidates)
    {
        var gates = new GatesUnderLoad(rules);
        return Measure(candidates, gates.Restore, () =>
        {
            for (var i = 0; i < GateRules.InARow; i++)
            {
                gates.Judge(i);
            }
        });
    }

    /// <summary>Time and memory of one of the candidates of which each walk judges some, without what prepares the walk.</summary>
    private static (double Nanoseconds, double Bytes) Measure(int candidates, Action prepare, Action walk)
    {
        var (time, bytes, judged) = (0L, 0L, 0);
        for (; judged < candidates; judged += GateRules.InARow)
        {
            prepare();
            var (begun, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            walk();
            time += Stopwatch.GetTimestamp() - begun;
            bytes += GC.GetAllocatedBytesForCurrentThread() - allocated;
        }

        return (Stopwatch.GetElapsedTime(0, time).TotalNanoseconds / judged, (double)bytes / judged);
    }
}
