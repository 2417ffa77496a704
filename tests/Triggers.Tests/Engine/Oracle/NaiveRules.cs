using Triggers.Language.Plan;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>One version of the rules.</summary>
/// <param name="Version">16 hexadecimal digits.</param>
/// <param name="Traits">The traits.</param>
/// <param name="Followed">Segments, then stages; crossings follow from the triggers.</param>
/// <param name="Triggers">The triggers.</param>
internal sealed record NaiveRules(string Version, IReadOnlyList<NaiveTrait> Traits, IReadOnlyList<NaiveMembership> Followed, IReadOnlyList<NaiveTrigger> Triggers)
{
    /// <summary>Before the first version: nothing.</summary>
    public static NaiveRules None { get; } = new("", [], [], []);

    /// <summary>Everything that is followed, in order.</summary>
    public IReadOnlyList<NaiveMembership> Memberships { get; } =
    [
        .. Followed,
        .. Triggers.Where(t => t.Crosses is not null).Select(t => new NaiveMembership(MembershipKind.Crossing, t.Name, t.Crosses!)),
    ];

    /// <summary>The traits that memberships look at.</summary>
    public IReadOnlyList<NaiveTrait> FollowedTraits => [.. Traits.Where(t => Memberships.Any(m => m.Condition.Traits.Contains(t)))];

    /// <summary>The conditions and traits as text: another text means that customers are judged once without telling anybody. Empty when nothing is followed.</summary>
    public string Text => Memberships.Count == 0 ? "" : string.Join('\n', Memberships.Cast<object>().Concat(Traits));

    /// <summary>True when an event touches its customer.</summary>
    public bool Concern(NaiveEvent happened) => Traits.Any(t => t.MayRead(happened)) || Triggers.Any(t => t.MayConcern(happened));

    /// <inheritdoc/>
    public override string ToString() => $"rules {Version}\n  " + string.Join("\n  ", Traits.Cast<object>().Concat(Memberships).Concat(Triggers));
}
