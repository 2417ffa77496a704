using System.Globalization;
using Triggers.Language.Plan;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>
/// Random versions of one set of rules. Later versions leave triggers, traits and conditions out or bring them back, and change what may change while runs are under way:
/// <c>if</c> and <c>where</c> of one-step triggers, <c>until</c>, <c>wait</c>, <c>repeat</c>, channels.
/// </summary>
internal sealed class RandomRules
{
    private static readonly long[] Waits = [0, 0, 5, 10, 20, 20, 60, 300];
    private static readonly long[] Pauses = [5, 20, 60, 300, 2_880];

    private readonly Random _random;
    private readonly Universe _universe;
    private readonly List<NaiveTrait> _traits;
    private readonly List<NaiveMembership> _followed;
    private readonly List<NaiveTrigger> _triggers;
    private readonly RandomSteps _steps;

    public RandomRules(Universe universe, Random random)
    {
        (_universe, _random) = (universe, random);
        _steps = new(random, Where);
        _traits = [.. Enumerable.Range(0, random.Next(2, 7)).Select(_ => universe.Traits[random.Next(universe.Traits.Count)]).Distinct().OrderBy(t => t.Name, StringComparer.Ordinal), universe.Email];
        _followed =
        [
            .. Enumerable.Range(0, random.Next(4)).Select(i => new NaiveMembership(MembershipKind.Segment, $"s{i}", OfCustomer())),
            .. Enumerable.Range(0, random.Next(3)).Select(i => new NaiveMembership(MembershipKind.Stage, $"g{i}", OfCustomer())),
        ];
        _triggers = [.. Enumerable.Range(0, random.Next(1, 6)).Select(i => Trigger($"r{i}"))];
    }

    /// <summary>The first version: everything.</summary>
    public NaiveRules First() => new(0.ToString("x16", CultureInfo.InvariantCulture), _traits, _followed, _triggers);

    /// <summary>A later version.</summary>
    public NaiveRules Next(int number)
    {
        var followed = _followed.Where(_ => _random.Next(5) > 0).ToList();
        var triggers = _triggers.Where(t => _random.Next(6) > 0 && (t.Membership is not { } of || t.Crosses is not null || followed.Any(m => m.Name == of.Name)));
        var traits = _random.Next(3) > 0 ? _traits : [.. _traits.Where(_ => _random.Next(6) > 0)];
        return new(number.ToString("x16", CultureInfo.InvariantCulture), traits, followed, [.. triggers.Select(Changed)]);
    }

    private NaiveTrigger Trigger(string name)
    {
        var kind = _random.Next(10);
        var trigger = kind switch
        {
            < 4 => OfEvent(name),
            < 7 => _steps.Of(name),
            < 9 when _followed.Count > 0 => OfMembership(name, _followed[_random.Next(_followed.Count)]),
            _ => new(name) { Crosses = OfCustomer(), Membership = (MembershipKind.Crossing, name, false) },
        };
        return Changed(trigger with { Again = RandomAgain(trigger.Key), Stale = _random.Next(5) == 0 ? _random.Next(3) * 15 * Clock.Minute : null }, isNew: true);
    }

    private NaiveTrigger OfEvent(string name)
    {
        var isOften = _random.Next(4) == 0;
        return new(name)
        {
            Steps = [new(StepKind.Event, Universe.RandomType(_random), Where(1))],
            Key = _random.Next(2) == 0 ? NaiveKey.Random(_random) : null,
            Times = isOften ? (_random.Next(2, 4), Waits[_random.Next(2, Waits.Length)] * Clock.Minute) : null,
        };
    }

    private NaiveTrigger OfMembership(string name, NaiveMembership of) =>
        new(name) { Membership = (of.Kind, of.Name, of.Kind == MembershipKind.Segment && _random.Next(2) == 0) };

    private NaiveTrigger Changed(NaiveTrigger trigger) => _random.Next(3) == 0 ? Changed(trigger, isNew: false) : trigger;

    private NaiveTrigger Changed(NaiveTrigger trigger, bool isNew)
    {
        var changed = trigger with
        {
            Repeat = (RepeatPolicy)_random.Next(3),
            Until = [.. Enumerable.Range(0, Math.Max(0, _random.Next(4) - 1)).Select(_ => RandomUntil(trigger.Key))],
            Wait = Waits[_random.Next(Waits.Length)] * Clock.Minute,
            Channels = RandomChannels(),
        };
        return trigger.Steps.Count switch
        {
            0 => changed with { If = _random.Next(3) == 0 ? OfCustomer() : null },
            1 => changed with { If = _random.Next(2) == 0 ? Where(0) : null, Steps = isNew || trigger.Times is not null ? trigger.Steps : [trigger.Steps[0] with { Where = Where(1) }] },
            _ when isNew => changed with { If = _random.Next(3) == 0 ? _steps.If(trigger.Steps) : null },
            _ => changed,
        };
    }

    private NaiveUntil RandomUntil(NaiveKey? key) => new(Universe.RandomType(_random), _random.Next(2) == 0 ? key : null, Where(1));

    private (AgainPolicy, long)? RandomAgain(NaiveKey? key) => _random.Next(9) switch
    {
        0 => (AgainPolicy.Once, 0),
        1 when key is not null => (AgainPolicy.OncePerKey, 0),
        2 => (AgainPolicy.AfterExit, 0),
        3 or 4 => (AgainPolicy.AfterMessage, Pauses[_random.Next(Pauses.Length)] * Clock.Minute),
        5 => (AgainPolicy.AfterEntry, Pauses[_random.Next(Pauses.Length)] * Clock.Minute),
        _ => null,
    };

    private NaiveChannel[] RandomChannels()
    {
        var shown = NaiveChannel.Show(_traits[_random.Next(_traits.Count)]);
        return _random.Next(8) switch
        {
            0 => [NaiveChannel.Push],
            1 => [NaiveChannel.Email(_universe.Email)],
            2 => [NaiveChannel.Email(_universe.Email), NaiveChannel.Push],
            3 => [shown],
            _ => [shown, NaiveChannel.Push],
        };
    }

    /// <summary>A condition over event and customer; null: none, more often with a greater <paramref name="rarely"/>.</summary>
    private Condition? Where(int rarely)
    {
        if (_random.Next(2 + rarely) < rarely)
        {
            return null;
        }

        return Condition.All([.. Enumerable.Range(0, _random.Next(1, 3)).Select(_ => _random.Next(7) switch
        {
            0 or 1 => TraitConditions.Random(_traits[_random.Next(_traits.Count)], _random, overEvent: true),
            2 => TraitConditions.OfMembership(_random, $"s{_random.Next(3)}", $"g{_random.Next(2)}"),
            _ => EventConditions.Random(_random),
        })]);
    }

    private Condition OfCustomer() => Condition.All(
        [.. Enumerable.Range(0, _random.Next(1, 3)).Select(_ => TraitConditions.Random(_traits[_random.Next(_traits.Count)], _random, overEvent: false))]);
}
