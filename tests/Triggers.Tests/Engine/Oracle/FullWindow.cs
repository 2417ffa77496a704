using Triggers.Language.Plan;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>A trait over a window that has far more than 64 entries.</summary>
/// <param name="Seed">What it was made of.</param>
/// <param name="Universe">What the trait is from.</param>
/// <param name="Trait">The trait, over a window.</param>
/// <param name="Events">Events of its type, in order.</param>
internal sealed record FullWindow(int Seed, Universe Universe, NaiveTrait Trait, IReadOnlyList<NaiveEvent> Events)
{
    private const int EventsInWindow = 200;

    private static readonly TraitKind[] Kinds = [TraitKind.Count, TraitKind.Sum, TraitKind.Min, TraitKind.Max, TraitKind.Distinct, TraitKind.Last, TraitKind.Latest];

    /// <summary>The trait as it would be if every entry counted one slice too long.</summary>
    public NaiveTrait Wider => Trait with { Window = Trait.Window + (Trait.Window / 64) };

    /// <summary>Rules that show the trait at each event.</summary>
    public NaiveRules Rules => new(
        "0000000000000000", [Trait], [],
        [new NaiveTrigger("show") { Steps = [new(StepKind.Event, Trait.Events[0], null)], Channels = [NaiveChannel.Show(Trait), NaiveChannel.Push] }]);

    /// <summary>A random trait of the universe, or of the next one that has any.</summary>
    public static FullWindow Of(int seed)
    {
        var random = new Random(seed);
        var universe = Universe.Of(seed);
        var traits = universe.Traits.Where(t => t.Window is not null && t.By is null && t.Where is null && Kinds.Contains(t.Kind) && t.Path is not ("cart" or "items.sku")).ToList();
        if (traits.Count == 0)
        {
            return Of(seed + 1_000_000);
        }

        var trait = traits[random.Next(traits.Count)];
        var time = Clock.Ten;
        var events = Enumerable.Range(1, 3 * EventsInWindow).Select(number =>
        {
            time += random.NextInt64(2 * trait.Window!.Value / EventsInWindow);
            return RandomEvents.With(random, trait.Events[0], $"e{number}", time);
        });
        return new(seed, universe, trait, [.. events]);
    }

    /// <summary>Fewer events.</summary>
    public IEnumerable<FullWindow> Shrink() => Events.Count < 2 ? [] : [this with { Events = [.. Events.Take(Events.Count / 2)] }, this with { Events = [.. Events.Take(Events.Count - 1)] }];

    /// <inheritdoc/>
    public override string ToString() => $"seed {Seed}\n{Trait}\n{string.Join('\n', Events)}";
}
