using Triggers.Language.Plan;
using Triggers.Model;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>A trigger in the oracle's words.</summary>
/// <param name="Name">Its name.</param>
internal sealed record NaiveTrigger(string Name)
{
    /// <summary>Empty: a membership starts it.</summary>
    public IReadOnlyList<NaiveStep> Steps { get; init; } = [];

    public NaiveKey? Key { get; init; }

    /// <summary>So often in so many milliseconds.</summary>
    public (int AtLeast, long Window)? Times { get; init; }

    /// <summary>What starts it: the membership's kind and name, and whether it must be left.</summary>
    public (MembershipKind Kind, string Name, bool Leaves)? Membership { get; init; }

    /// <summary>Of a crossing its condition.</summary>
    public Condition? Crosses { get; init; }

    public RepeatPolicy Repeat { get; init; }

    public IReadOnlyList<NaiveUntil> Until { get; init; } = [];

    /// <summary>In milliseconds.</summary>
    public long Wait { get; init; }

    public Condition? If { get; init; }

    public (AgainPolicy Policy, long After)? Again { get; init; }

    /// <summary>In milliseconds.</summary>
    public long? Stale { get; init; }

    public IReadOnlyList<NaiveChannel> Channels { get; init; } = [NaiveChannel.Push];

    /// <summary>Runs that are due together fire in the order of this.</summary>
    public ulong Order { get; } = StableId.Of(Name).Value;

    /// <summary>True when an event can concern it, as far as the event alone tells.</summary>
    public bool MayConcern(NaiveEvent happened) =>
        Steps.Any(step => step.IsStrict || (step.Event == happened.Type && step.Where?.MayHold(happened) != false)) ||
        Until.Any(until => until.Event == happened.Type && until.Where?.MayHold(happened) != false);

    /// <inheritdoc/>
    public override string ToString()
    {
        var start = Membership is { } of ? $"{(of.Leaves ? "leaves" : "enters")} {of.Kind} {of.Name}{(Crosses is null ? "" : $": {Crosses}")}" : string.Join("; ", Steps);
        return $"trigger {Name}: {start}{(Key is null ? "" : $" key {Key}")}{(Times is { } times ? $" times {times.AtLeast} in {Clock.Length(times.Window)}" : "")}" +
            $" repeat {Repeat}{(Until.Count == 0 ? "" : $" until [{string.Join("; ", Until)}]")} wait {Clock.Length(Wait)}{(If is null ? "" : $" if {If}")}" +
            $"{(Again is { } again ? $" again {again.Policy} {Clock.Length(again.After)}" : "")}{(Stale is { } stale ? $" stale {Clock.Length(stale)}" : "")}" +
            $" on {string.Join(", ", Channels)}";
    }
}
