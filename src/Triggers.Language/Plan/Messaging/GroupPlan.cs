using Triggers.Model;

namespace Triggers.Language.Plan.Messaging;

/// <summary>Of triggers that compete, one goes through.</summary>
/// <param name="Name">Name of the group.</param>
/// <param name="Triggers">Names of the triggers, at least two.</param>
/// <param name="For">How long the others are refused after one has gone through; null: only candidates of one moment compete.</param>
public sealed record GroupPlan(string Name, IReadOnlySet<string> Triggers, TimeSpan? For)
{
    /// <summary>Identity in stored state.</summary>
    public StableId Id { get; } = StableId.Of(Name);
}
