using System.Globalization;
using Triggers.Language.Plan;
using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Runtime.Ingest;
using Triggers.Runtime.Rulesets;
using Triggers.Runtime.Scenarios;

namespace Triggers.Load.Table;

/// <summary>
/// T5: managed bytes that the folding thread allocates per event when everything is warm: parsing, matching and state in memory, with rules whose runs never come to their end,
/// since a decision and its message are objects that somebody wants, and without what the tables of customers grow by. The figure is that of the workload which allocates more;
/// beneath stand how much of it is decoding, and which types it is.
/// </summary>
internal sealed class AllocatedBytes(LoadEvents events) : IRatio
{
    private const int TypesShown = 5;

    private static readonly string[] Workloads = ["cart", "rules-1000"];

    public string Id => "T5";

    public string What => "bytes allocated per event, the greater of cart and rules-1000";

    public RatioTarget Target => RatioTarget.T5;

    public RatioResult Measure()
    {
        var measured = Workloads.Select(Of).ToList();
        return new(measured.Max(one => one.Bytes), [.. measured.Select(one => one.Said)]);
    }

    private (double Bytes, string Said) Of(string workload)
    {
        var cut = new Stretches(events);
        var (middle, count) = (cut.Begin(Stretches.Rounds / 2), (Stretches.Rounds / 2) * cut.Length);
        var plan = Silent(LoadRules.Find(workload)!.Compile());
        var outputs = new OutputCount();
        using var engine = new EngineUnderLoad(plan, events, outputs);
        engine.Read(0, events.Count);
        engine.Fold(0, cut.WarmUp);
        var kept = engine.StateBytes;
        var allocated = Bytes(() => engine.Fold(cut.WarmUp, middle));
        kept = engine.StateBytes - kept;
        var counting = Counting(new(plan.Catalogue, KeySecret.ForFiles, new Ruleset(plan).SelectionForFiles), cut.WarmUp, middle);
        var whole = ((allocated - kept) / (middle - cut.WarmUp)) - counting;
        var types = Types(() => engine.Fold(middle, middle + count));
        var decoding = Decoding(new(plan.Catalogue, KeySecret.ForFiles, new Ruleset(plan).SelectionForFiles), cut.WarmUp, middle);
        return (whole, string.Create(
            CultureInfo.InvariantCulture,
            $"{workload}: {whole:N1} B (beside {(double)kept / (middle - cut.WarmUp):N1} B for states of customers that are new or know more, and {counting:N1} B for the count of customers that only the run of a file keeps), of these {decoding:N1} B for decoding; {outputs.Messages:N0} messages; {types}"));
    }

    /// <summary>The same rules, whose runs never come to their end: decisions and messages are what the engine is for, and no part of its hot path.</summary>
    private static WorkspacePlan Silent(WorkspacePlan plan) => plan with
    {
        Triggers = [.. plan.Triggers.Select(trigger => trigger.Start is StepsStart { Times: not null } start
            ? trigger with { Start = start with { Times = new(3, TimeSpan.FromMilliseconds(1)) } }
            : trigger with { Wait = TimeSpan.FromDays(365) })],
    };

    private double Decoding(SourceDecoder decoder, int from, int to)
    {
        void Decode(int first, int end)
        {
            for (var i = first; i < end; i++)
            {
                decoder.Decode(new SourcePlace(LoadWorkspace.Topic, 0, i + 1, Timestamp.Beginning), events[i], []);
            }
        }

        Decode(0, to);
        return Bytes(() => Decode(from, to)) / (to - from);
    }

    private double Counting(SourceDecoder decoder, int from, int to)
    {
        var summary = new RunSummary();
        var allocated = 0.0;
        for (var i = 0; i < to; i++)
        {
            decoder.Decode(new SourcePlace(LoadWorkspace.Topic, 0, i + 1, Timestamp.Beginning), events[i], []);
            var before = GC.GetAllocatedBytesForCurrentThread();
            summary.Saw(decoder.Event.Customer);
            allocated += i < from ? 0 : GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return allocated / (to - from);
    }

    private static string Types(Action work)
    {
        using var types = new AllocatedTypes();
        work();
        return types.Describe(TypesShown);
    }

    private static double Bytes(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
