namespace Triggers.Tests.Engine.Oracle;

/// <summary>One condition twice: as rule text, and as a plain function that knows nothing of the language. What has no value is not true.</summary>
/// <param name="Text">In CEL.</param>
/// <param name="Holds">True, or anything else.</param>
internal sealed record Condition(string Text, Func<Scene, bool> Holds)
{
    /// <summary>What the event alone tells: false means that the condition does not hold, whoever the customer is. Null: nothing.</summary>
    public Func<NaiveEvent, bool>? Alone { get; init; }

    /// <summary>The fields of <c>event</c> that it reads.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>The traits that it reads.</summary>
    public IReadOnlyList<NaiveTrait> Traits { get; init; } = [];

    /// <summary>True unless the event alone tells that it does not hold.</summary>
    public bool MayHold(NaiveEvent happened) => Alone is null || Alone(happened);

    /// <summary>All of them.</summary>
    public static Condition All(IReadOnlyList<Condition> parts) => parts.Count == 1 ? parts[0] : new(
        string.Join(" && ", parts.Select(p => p.Text.Contains("||", StringComparison.Ordinal) || p.Text.Contains('?', StringComparison.Ordinal) ? $"({p.Text})" : p.Text)),
        scene => parts.All(p => p.Holds(scene)))
    {
        Alone = happened => parts.All(p => p.MayHold(happened)),
        Reads = [.. parts.SelectMany(p => p.Reads).Distinct()],
        Traits = [.. parts.SelectMany(p => p.Traits).Distinct()],
    };

    /// <inheritdoc/>
    public override string ToString() => Text;
}
