using System.Globalization;
using Triggers.Language.Plan;

namespace Triggers.Load.Table;

/// <summary>
/// T2: cost of an event with 10,000 rules ÷ with 10, parsing included. Both sets see the same views and clicks, and in both each event passes exactly one condition: ten rules
/// divide the events by type and channel, ten thousand by type, channel, quantity and category. A rule counts and does not fire, so that nothing but finding it differs.
/// </summary>
internal sealed class ManyRules(int count) : IRatio
{
    private const int Few = 10;
    private const int Many = 10_000;

    private static readonly string[] Types = ["view", "click"];
    private static readonly string[] Channels = ["web", "app", "store", "email", "social"];

    public string Id => "T2";

    public string What => "cost per event, 10,000 rules ÷ 10 rules, one match per event";

    public RatioTarget Target => RatioTarget.T2;

    public RatioResult Measure()
    {
        var cut = new Stretches(LoadEvents.First(count, static workload => Types.Contains(workload.Type)));
        var outputs = new OutputCount();
        using var many = new EngineUnderLoad(Plan(Many), cut.Events, outputs);
        using var few = new EngineUnderLoad(Plan(Few), cut.Events, outputs);
        many.Fold(0, cut.WarmUp);
        few.Fold(0, cut.WarmUp);
        GC.Collect();
        var rounds = Rounds.Take(Stretches.Rounds, round => many.Fold(cut.Begin(round), cut.End(round)), round => few.Fold(cut.Begin(round), cut.End(round)));
        return new(rounds.Ratio, string.Create(
            CultureInfo.InvariantCulture, $"{cut.Nanoseconds(rounds.Left):N0} ns ÷ {cut.Nanoseconds(rounds.Right):N0} ns an event, {rounds.Spread}; {outputs.Messages:N0} messages"));
    }

    private static WorkspacePlan Plan(int rules) => LoadWorkspace.Compile(LoadWorkspace.With(RulesWorkload.Lists(rules, (text, i) => text.Append(CultureInfo.InvariantCulture, $$"""
        - trigger: {{RulesWorkload.NamePrefix}}{{i}}
          label: Rule number {{i}}
          when:
            start: {{Types[i % 2]}}
            where: {{Condition(i / 2, rules)}}
            times: { at_least: 64, in: 30s }
          again: { after: 1h, from: message }
          send: { purpose: offer, priority: 50, offer: cart, channels: [push] }

        """))));

    private static string Condition(int i, int rules)
    {
        var channel = $"event.channel == \"{Channels[i % 5]}\"";
        return rules == Few ? channel : string.Create(CultureInfo.InvariantCulture, $"{channel} && event.quantity == {1 + (i / 5 % 5)} && event.category == {i / 25}");
    }
}
