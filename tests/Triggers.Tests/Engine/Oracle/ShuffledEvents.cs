using Triggers.Language.Plan;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>Events of one customer that reach the log in order or shuffled, and rules that at the end show every trait.</summary>
/// <param name="Seed">What it was made of.</param>
/// <param name="Universe">What the rules are made of.</param>
/// <param name="Rules">Traits, segments and stages; at the event <see cref="Last"/> one trigger a trait shows what it says.</param>
/// <param name="Events">The events with absolute times, all different, and how long each takes to the log when they are shuffled.</param>
internal sealed record ShuffledEvents(int Seed, Universe Universe, NaiveRules Rules, IReadOnlyList<(NaiveEvent Event, long Delay)> Events)
{
    /// <summary>The type of the event behind all others.</summary>
    public const string LastType = "page.opened";

    private const long LongestDelay = 60 * Clock.Minute;

    /// <summary>The event behind all others: whatever is due by then has fired, and all orders have the same customer time.</summary>
    public NaiveEvent Last => new(LastType, "last", Events.Max(e => e.Event.Time) + LongestDelay + 1, "last", null, null, null, null);

    /// <summary>Random events; those of a type with lateness stay within it.</summary>
    public static ShuffledEvents Of(int seed, Universe universe)
    {
        var random = new Random(seed);
        var made = new RandomRules(universe, random).First();
        var last = new Condition("event.cart == \"last\"", scene => scene.Event!.Cart == "last") { Alone = e => e.Cart == "last" };
        var shows = made.Traits.Select(trait => new NaiveTrigger($"show-{trait.Name}")
        {
            Steps = [new(StepKind.Event, LastType, last)],
            Channels = [NaiveChannel.Show(trait), NaiveChannel.Push],
        });
        var time = Clock.Ten;
        var events = Enumerable.Range(1, random.Next(5, 50)).Select(number =>
        {
            time += 1 + random.Next(random.Next(5) == 0 ? 60 * 60_000 : 4 * 60_000);
            var happened = RandomEvents.With(random, Universe.RandomType(random), $"e{number}", time);
            var bound = Math.Min(universe.Lateness[happened.Type] ?? LongestDelay, LongestDelay);
            return (happened, random.Next(3) == 0 ? 0 : random.NextInt64(bound + 1));
        });
        return new(seed, universe, new(made.Version, made.Traits, made.Followed, [.. shows]), [.. events]);
    }

    /// <summary>The events with their log times, in the order in which they happened.</summary>
    public IEnumerable<(NaiveEvent Event, long LogTime)> InOrder() => Events.Select(e => (e.Event, e.Event.Time)).Append((Last, Last.Time));

    /// <summary>The same shuffled.</summary>
    public IEnumerable<(NaiveEvent Event, long LogTime)> Shuffled() =>
        Events.Select(e => (e.Event, e.Event.Time + e.Delay)).OrderBy(e => e.Item2).Append((Last, Last.Time));

    /// <summary>Fewer events, or shuffled less.</summary>
    public IEnumerable<ShuffledEvents> Shrink() =>
        Enumerable.Range(0, Events.Count).Where(_ => Events.Count > 1).Select(i => this with { Events = [.. Events.Take(i), .. Events.Skip(i + 1)] })
            .Concat(Enumerable.Range(0, Events.Count).Where(i => Events[i].Delay > 0).Select(i => this with { Events = [.. Events.Select((e, at) => at == i ? (e.Event, 0) : e)] }));

    /// <inheritdoc/>
    public override string ToString() =>
        $"seed {Seed}\n{Rules}\n{string.Join('\n', Events.Select(e => $"{e.Event} in the log {e.Delay} ms later"))}";
}
