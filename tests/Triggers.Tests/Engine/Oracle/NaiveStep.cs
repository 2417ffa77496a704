using Triggers.Language.Plan;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>One step of a trigger.</summary>
/// <param name="Kind">What it waits for.</param>
/// <param name="Event">The event that comes, or does not.</param>
/// <param name="Where">Only when this holds; null: always.</param>
internal sealed record NaiveStep(StepKind Kind, string Event, Condition? Where)
{
    public string? Name { get; init; }

    /// <summary>In milliseconds.</summary>
    public long? Within { get; init; }

    public int AtLeast { get; init; } = 1;

    public bool IsStrict { get; init; }

    public bool IsEach { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Kind} {Event}{(Name is null ? "" : $" name {Name}")}{(Where is null ? "" : $" where {Where}")}{(Within is { } within ? $" within {Clock.Length(within)}" : "")}" +
        $"{(AtLeast > 1 ? $" at_least {AtLeast}" : "")}{(IsStrict ? " strict" : "")}{(IsEach ? " each" : "")}";
}
