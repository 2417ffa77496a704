using System.Globalization;
using Triggers.Load.Baselines;

namespace Triggers.Load.Table;

/// <summary>T4: an event through the engine with 1,000 rules (parse, match, state) ÷ a loop of <c>Utf8JsonReader.Read()</c> over the same bytes.</summary>
internal sealed class EngineOverTokens(LoadEvents events) : IRatio
{
    public string Id => "T4";

    public string What => "engine, 1,000 rules ÷ Utf8JsonReader.Read() over the same bytes";

    public RatioTarget Target => RatioTarget.T4;

    public RatioResult Measure()
    {
        var cut = new Stretches(events);
        var outputs = new OutputCount();
        using var engine = new EngineUnderLoad(LoadRules.Find("rules-1000")!.Compile(), events, outputs);
        engine.Fold(0, cut.WarmUp);
        var tokens = JsonTokens.Read(events, 0, cut.WarmUp);
        GC.Collect();
        var rounds = Rounds.Take(
            Stretches.Rounds, round => engine.Fold(cut.Begin(round), cut.End(round)), round => tokens += JsonTokens.Read(events, cut.Begin(round), cut.End(round)));
        return new(rounds.Ratio, string.Create(CultureInfo.InvariantCulture, $"""
            {cut.Nanoseconds(rounds.Left):N0} ns ÷ {cut.Nanoseconds(rounds.Right):N0} ns an event, {rounds.Spread}; {(double)tokens / cut.End(Stretches.Rounds - 1):N0} tokens an event
            """));
    }
}
