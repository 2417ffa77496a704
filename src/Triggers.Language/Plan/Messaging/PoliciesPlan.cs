namespace Triggers.Language.Plan.Messaging;

/// <summary>What holds for all triggers together. Immutable.</summary>
public sealed record PoliciesPlan
{
    /// <summary>How long candidates of a customer are collected before one is chosen; zero: not at all.</summary>
    public TimeSpan Collect { get; init; }

    /// <summary>How customers give and withdraw consent.</summary>
    public IReadOnlyList<ConsentEventPlan> Consent { get; init; } = [];

    /// <summary>What an open complaint stops; null: complaints stop nothing.</summary>
    public ComplaintPlan? Complaints { get; init; }

    /// <summary>All hold together.</summary>
    public IReadOnlyList<CapPlan> Caps { get; init; } = [];

    /// <summary>Exclusivity groups.</summary>
    public IReadOnlyList<GroupPlan> Groups { get; init; } = [];

    /// <summary>Budgets that several triggers or offers share.</summary>
    public IReadOnlyList<SharedBudgetPlan> Budgets { get; init; } = [];

    /// <summary>Customers who get nothing from any trigger; null: none.</summary>
    public HoldOutPlan? HoldOut { get; init; }

    /// <summary>On channels that say nothing else; null: none.</summary>
    public QuietHoursPlan? QuietHours { get; init; }
}
