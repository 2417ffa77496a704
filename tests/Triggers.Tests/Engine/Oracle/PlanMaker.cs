using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Rules;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>The oracle's rules → a plan for the engine. Expressions are compiled once for all plans of a universe.</summary>
internal sealed class PlanMaker(Universe universe)
{
    private readonly Dictionary<(string? Type, string Steps, string Text), CompiledExpression> _compiled = [];

    public WorkspacePlan Of(NaiveRules rules)
    {
        var channels = rules.Triggers.SelectMany(t => t.Channels).DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => new ChannelPlan(c.Name, "outbound." + c.Name, Rule(null, c.Text)!));
        MembershipPlan[] memberships = [.. rules.Memberships.Select(m => new MembershipPlan(m.Kind, m.Name, Rule(null, m.Condition.Text)!))];
        return new(
            "random", rules.Version, universe.Catalogue, universe.Customer, [.. rules.Traits.Select(Trait)], [.. channels.Values],
            [.. rules.Triggers.Select((trigger, ordinal) => Trigger(trigger, ordinal, rules, channels))]) { Memberships = memberships };
    }

    private TraitPlan Trait(NaiveTrait trait)
    {
        var types = trait.Events.Select(universe.TypeOf).ToArray();
        return new(trait.Name, universe.Customer.Find(trait.Name)!, trait.Kind, types)
        {
            Source = trait.Path is null ? null : Universe.PathOf(trait.Path),
            Where = Rule(types[0], trait.Where?.Text),
            By = Rule(types[0], trait.By?.Text),
            Window = trait.Window is { } window ? Length(window) : null,
            Keep = trait.Keep,
            Gap = Length(trait.Gap),
        };
    }

    private TriggerPlan Trigger(NaiveTrigger trigger, int ordinal, NaiveRules rules, Dictionary<string, ChannelPlan> channels)
    {
        var named = trigger.Steps.Where(s => s.Name is not null).Select(s => (s.Name!, universe.TypeOf(s.Event))).ToList();
        var last = trigger.Steps.LastOrDefault(s => s.Kind == StepKind.Event);
        var condition = Rule(last is null ? null : universe.TypeOf(last.Event), trigger.If?.Text, named);
        StartPlan start = trigger.Membership is { } of
            ? new MembershipStart(rules.Memberships.ToList().FindIndex(m => (m.Kind, m.Name) == (of.Kind, of.Name)), of.Leaves)
            : Start(trigger, named, condition);
        return new(trigger.Name, start, new("offer", 50, "offer-of-" + trigger.Name, [.. trigger.Channels.Select(c => channels[c.Name])]))
        {
            Ordinal = ordinal,
            Repeat = trigger.Repeat,
            Until = [.. trigger.Until.Select(u => new UntilPlan(universe.TypeOf(u.Event), Rule(universe.TypeOf(u.Event), u.Key?.Text), Rule(universe.TypeOf(u.Event), u.Where?.Text)))],
            Wait = Length(trigger.Wait),
            If = condition,
            Again = trigger.Again is { } again ? new(again.Policy, Length(again.After)) : null,
            Stale = trigger.Stale is { } stale ? Length(stale) : null,
        };
    }

    private StepsStart Start(NaiveTrigger trigger, List<(string Name, EventType Type)> named, CompiledExpression? condition)
    {
        var steps = new List<StepPlan>();
        foreach (var step in trigger.Steps)
        {
            var type = universe.TypeOf(step.Event);
            var seen = named.Take(steps.Count(s => s.Name is not null)).ToList();
            steps.Add(new(step.Kind, type, Rule(type, step.Where?.Text, seen))
            {
                Name = step.Name,
                Slot = step.Name is null ? -1 : EvaluationFrame.FirstNamed + seen.Count,
                Within = step.Within is { } within ? Length(within) : null,
                AtLeast = step.AtLeast,
                IsStrict = step.IsStrict,
                IsEach = step.IsEach,
            });
        }

        var start = new StepsStart(steps, Rule(steps[0].Event, trigger.Key?.Text)) { Times = trigger.Times is { } times ? new(times.AtLeast, Length(times.Window)) : null };
        return start with { Steps = CapturedFields.Of(start, condition) };
    }

    private CompiledExpression? Rule(EventType? type, string? text, IReadOnlyList<(string Name, EventType Type)>? steps = null)
    {
        if (text is null)
        {
            return null;
        }

        var key = (type?.Name, string.Join(' ', (steps ?? []).Select(s => $"{s.Name}:{s.Type.Name}")), text);
        if (!_compiled.TryGetValue(key, out var compiled))
        {
            _compiled.Add(key, compiled = Compile(type, text, steps ?? []));
        }

        return compiled;
    }

    private CompiledExpression Compile(EventType? type, string text, IReadOnlyList<(string Name, EventType Type)> steps)
    {
        var diagnostics = new DiagnosticBag();
        List<Variable> variables = [new("customer", EvaluationFrame.Customer, DataType.Of(universe.Customer))];
        if (type is not null)
        {
            variables.Add(new("event", EvaluationFrame.Event, DataType.Of(type.Record)));
        }

        variables.AddRange(steps.Select((step, i) => new Variable(step.Name, EvaluationFrame.FirstNamed + i, DataType.Of(step.Type.Record))));
        return CompiledExpression.Compile(EmbeddedText.Whole(new("test", text)), variables, null, diagnostics) ??
            throw new ArgumentException(DiagnosticText.Write(diagnostics.Sorted(), DiagnosticFormat.Text));
    }

    private static TimeSpan Length(long milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
