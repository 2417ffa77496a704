using Triggers.Language.Text;
using Triggers.Model.Time;

namespace Triggers.Language.Workspaces.RuleTests;

/// <summary>A candidate that must be refused. What is null may be anything.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="At">When it is refused.</param>
/// <param name="Trigger">Of which trigger.</param>
/// <param name="Gate">By which gate.</param>
/// <param name="Customer">Value of the customer's identifier.</param>
/// <param name="Key">The run's business key as text.</param>
public sealed record ExpectedRefusal(SourceSpan Place, Timestamp At, string Trigger, string? Gate, string? Customer, string? Key);
