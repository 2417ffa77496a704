using System.Globalization;
using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Runtime.Ingest;

namespace Triggers.Load.Table;

/// <summary>
/// T5: managed bytes that the folding thread allocates per event when everything is warm, states in memory, outputs counted and dropped. The figure is that of the workload which
/// allocates more; beneath stand how much of it is decoding, and which types it is.
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
        var plan = LoadRules.Find(workload)!.Compile();
        var outputs = new OutputCount();
        using var engine = new EngineUnderLoad(plan, events, outputs);
        engine.Read(0, events.Count);
        engine.Fold(0, cut.WarmUp);
        var whole = Bytes(() => engine.Fold(cut.WarmUp, middle)) / (middle - cut.WarmUp);
        using var types = new AllocatedTypes();
        engine.Fold(middle, middle + count);
        var decoding = Decoding(new(plan.Catalogue, KeySecret.ForFiles, new Triggers.Runtime.Rulesets.Ruleset(plan).SelectionForFiles), cut.WarmUp, middle);
        return (whole, string.Create(
            CultureInfo.InvariantCulture,
            $"{workload}: {whole:N1} B, of these {decoding:N1} B for decoding; {outputs.Messages:N0} messages; {types.Describe(TypesShown)}"));
    }

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

    private static double Bytes(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
