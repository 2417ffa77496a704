using NodaTime;
using Triggers.Language.Evaluation;
using Triggers.Model;
using Triggers.Model.Values;

namespace Triggers.Language.Plan.Messaging;

/// <summary>Something that triggers can send. Immutable.</summary>
/// <param name="Name">Unique in the workspace.</param>
/// <param name="Label">For people.</param>
public sealed record OfferPlan(string Name, string Label)
{
    /// <summary>Identity in stored state.</summary>
    public StableId Id { get; } = StableId.Of(Name);

    /// <summary>Who may get it, over <c>customer</c>; null: everybody.</summary>
    public CompiledExpression? Eligible { get; init; }

    /// <summary>Its value against other offers, over <c>customer</c> (int, double or money); null: 0.</summary>
    public CompiledExpression? Score { get; init; }

    /// <summary>First day on the workspace's calendar; null: since ever.</summary>
    public LocalDate? First { get; init; }

    /// <summary>Last day, included; null: for ever.</summary>
    public LocalDate? Last { get; init; }

    /// <summary>How often one customer gets it; null: any number of times.</summary>
    public AllowancePlan? Limit { get; init; }

    /// <summary>What one message costs at most; null: nothing is known.</summary>
    public Money? Cost { get; init; }

    /// <summary>Its own budget; null: none.</summary>
    public BudgetPlan? Budget { get; init; }

    /// <summary>Where its code comes from; null: it has none.</summary>
    public CodePoolPlan? Pool { get; init; }

    /// <summary>What it says; <see cref="ContentPlan.None"/>: the channel service knows.</summary>
    public ContentPlan Content { get; init; } = ContentPlan.None;

    /// <summary>Its forms, in the order of the file; empty: only one.</summary>
    public IReadOnlyList<VariantPlan> Variants { get; init; } = [];

    /// <summary>What <paramref name="variant"/> (null: the offer itself) says on a channel; null when nothing is written for it.</summary>
    public LocalContentPlan? ContentOf(VariantPlan? variant, string channel, string? locale, string otherwise) =>
        variant?.Content.Find(channel, locale, otherwise) ?? Content.Find(channel, locale, otherwise);
}
