using Triggers.Language.Evaluation;
using Triggers.Model;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Language.Plan;

/// <summary>A computed attribute of a customer. Immutable.</summary>
/// <param name="Name">As rules see it: <c>customer.NAME</c>.</param>
/// <param name="Field">Its field in <see cref="WorkspacePlan.Customer"/>.</param>
/// <param name="Kind">What it computes.</param>
/// <param name="Events">The event types it reads: one, of visits one or more.</param>
public sealed record TraitPlan(string Name, FieldDefinition Field, TraitKind Kind, IReadOnlyList<EventType> Events)
{
    /// <summary>The field it is computed from; null when it is about whole events.</summary>
    public FieldPath? Source { get; init; }

    /// <summary>Only events for which this holds (over <c>event</c>); null: all.</summary>
    public CompiledExpression? Where { get; init; }

    /// <summary>One value for each value of this (over <c>event</c>); null: one for the customer.</summary>
    public CompiledExpression? By { get; init; }

    /// <summary>Only events of this time back, (t − window, t]; null: for ever.</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>How many values <see cref="TraitKind.Top"/> and <see cref="TraitKind.Last"/> give, 1..64.</summary>
    public int Keep { get; init; } = 1;

    /// <summary>The longest pause within a visit.</summary>
    public TimeSpan Gap { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Identity in state blobs.</summary>
    public StableId Id { get; } = StableId.Of(Name);
}
