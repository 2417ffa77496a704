using Triggers.Language.Plan;
using Triggers.Model.Values;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>What a trait computes, in the oracle's words.</summary>
/// <param name="Name">As conditions see it.</param>
/// <param name="Kind">What it computes.</param>
/// <param name="Events">The event types it reads.</param>
internal sealed record NaiveTrait(string Name, TraitKind Kind, IReadOnlyList<string> Events)
{
    /// <summary>Where the value comes from; null: it is about whole events.</summary>
    public string? Path { get; init; }

    public Condition? Where { get; init; }

    public NaiveKey? By { get; init; }

    /// <summary>In milliseconds; null: for ever.</summary>
    public long? Window { get; init; }

    public int Keep { get; init; } = 3;

    /// <summary>Longest pause of a visit in milliseconds.</summary>
    public long Gap { get; init; } = 30 * Clock.Minute;

    /// <summary>Type of one value of it, without <see cref="By"/>.</summary>
    public DataType Single => Kind switch
    {
        TraitKind.Count or TraitKind.Distinct or TraitKind.Visits or TraitKind.PathLength => DataType.Int,
        TraitKind.Dwell => DataType.Duration,
        TraitKind.Average => SourceType.Kind == DataTypeKind.Int ? DataType.Double : SourceType,
        TraitKind.Top or TraitKind.Last => DataType.List(SourceType),
        _ => SourceType,
    };

    /// <summary>Type of what conditions see.</summary>
    public DataType Type => By is null ? Single : DataType.Map(By.Type, Single);

    /// <summary>True when it may have no value.</summary>
    public bool IsOptional => By is null && Kind is TraitKind.Latest or TraitKind.First or TraitKind.Average or TraitKind.Min or TraitKind.Max or TraitKind.Dwell;

    private DataType SourceType => Path switch
    {
        "cart" or "items.sku" => DataType.String,
        "value" or "items.quantity" => DataType.Int,
        "price" => DataType.Money,
        _ => DataType.Double,
    };

    /// <summary>True when an event can concern it, as far as the event alone tells.</summary>
    public bool MayRead(NaiveEvent happened) => Events.Contains(happened.Type) && Where?.MayHold(happened) != false;

    /// <inheritdoc/>
    public override string ToString() =>
        $"trait {Name}: {Kind} {string.Join(", ", Events)} {Path}{(Where is null ? "" : $" where {Where}")}{(By is null ? "" : $" by {By}")}" +
        $"{(Window is { } window ? $" in {Clock.Length(window)}" : "")}{(Kind is TraitKind.Top or TraitKind.Last ? $" n {Keep}" : "")}" +
        (Kind >= TraitKind.Visits ? $" gap {Clock.Length(Gap)}" : "");
}
