using System.Globalization;

namespace Triggers.Load.Table;

/// <summary>
/// T13: events per CPU-second of one workload in one process, JSON parsed. The target's other side is a loop written by hand in Java, which runs on its own; a loop written by hand
/// in C# stands in for it here, and the mark goes by that.
/// </summary>
internal sealed class OwnThroughput(string workload, LoadEvents events) : IRatio
{
    public string Id => $"T13 {workload}";

    public string What => $"{workload}, events per CPU-second ÷ those of a loop written by hand";

    public RatioTarget Target => RatioTarget.T13;

    public RatioResult Measure()
    {
        var rules = LoadRules.Find(workload) ?? throw new InvalidOperationException($"There is no workload {workload}.");
        var cut = new Stretches(events);
        var outputs = new OutputHash();
        using var engine = new EngineUnderLoad(rules.Compile(), events, new OutputCount());
        var loop = rules.ByHand();
        void ByHand(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                loop.Take(events[i], outputs);
            }
        }

        engine.Fold(0, cut.WarmUp);
        ByHand(0, cut.WarmUp);
        GC.Collect();
        var rounds = Rounds.Take(Stretches.Rounds, round => ByHand(cut.Begin(round), cut.End(round)), round => engine.Fold(cut.Begin(round), cut.End(round)));
        var own = cut.Length / rounds.Right;
        return new(rounds.Ratio, string.Create(CultureInfo.InvariantCulture, $"{own:N0} ÷ {cut.Length / rounds.Left:N0} events per CPU-second, {rounds.Spread}")) { EventsPerCpuSecond = own };
    }
}
