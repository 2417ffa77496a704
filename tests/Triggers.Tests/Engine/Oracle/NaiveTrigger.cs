using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Model.Events;
using Triggers.Tests.Engine.Support;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>A random trigger, for the oracle as it is and for the engine as a plan.</summary>
internal sealed record NaiveTrigger(
    string Name, string Start, Condition? Where, bool Keyed, RepeatPolicy Repeat, NaiveUntil[] Until, int Wait, Condition? If, bool EmailFirst, bool EmailOnly)
{
    public static NaiveTrigger Random(string name, Random random)
    {
        var start = random.Next(4) == 0 ? "order.placed" : "cart.updated";
        var keyed = random.Next(2) == 0;
        return new(
            name, start, Maybe(random), keyed, (RepeatPolicy)random.Next(3),
            [.. Enumerable.Range(0, random.Next(3)).Select(_ => NaiveUntil.Random(random, keyed))],
            new[] { 0, 5, 20, 20, 60, 300 }[random.Next(6)], Maybe(random), random.Next(3) == 0, random.Next(6) == 0);
    }

    public TriggerPlan Plan(RandomShop shop)
    {
        var start = shop.Types[Start];
        var channels = EmailOnly ? new[] { shop.Email } : EmailFirst ? [shop.Email, shop.Push] : [shop.Push, shop.Email];
        var first = new StepPlan(StepKind.Event, start, Rule(start, Where?.Text)) { CapturedAsEvent = [.. start.Record.Fields.Where(f => If?.Reads.Contains(f.Name) == true)] };
        return new(Name, new StepsStart([first], Keyed ? Rule(start, "event.cart") : null), new("offer", 50, "offer-of-" + Name, channels))
        {
            Repeat = Repeat,
            Until = [.. Until.Select(u => new UntilPlan(shop.Types[u.Event], u.Keyed ? Rule(shop.Types[u.Event], "event.cart") : null, Rule(shop.Types[u.Event], u.Where?.Text)))],
            Wait = TimeSpan.FromMinutes(Wait),
            If = Rule(start, If?.Text),
        };
    }

    private static Condition? Maybe(Random random) => random.Next(2) == 0 ? Condition.Random(random) : null;

    private static CompiledExpression? Rule(EventType type, string? text) => text is null ? null : Cel.Of(type, Shop.CustomerType, text);
}
