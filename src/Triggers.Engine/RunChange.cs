using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Engine;

/// <summary>One change of one run, for counters and for explaining what became of it.</summary>
/// <param name="Trigger">Name of the trigger; empty for <see cref="RunChangeKind.Orphaned"/>.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Customer">Key of the customer whose run it is.</param>
/// <param name="Key">The run's business key as text, empty when the trigger has none; null: all runs of the trigger ended.</param>
/// <param name="Deadline">When a run that began, or began again, is due; of others the deadline they had, where it is known.</param>
public readonly record struct RunChange(string Trigger, RunChangeKind Kind, CustomerKey Customer, string? Key, Timestamp? Deadline);
