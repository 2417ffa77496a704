using Triggers.Language.Text;
using Triggers.Model.Time;

namespace Triggers.Language.Workspaces.RuleTests;

/// <summary>A message that must go out. What is null may be anything.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="At">When it goes out.</param>
/// <param name="Trigger">By which trigger.</param>
/// <param name="Channel">On which channel.</param>
/// <param name="Customer">Value of the customer's identifier.</param>
/// <param name="Offer">With which offer.</param>
/// <param name="Key">The run's business key as text.</param>
public sealed record ExpectedMessage(SourceSpan Place, Timestamp At, string Trigger, string? Channel, string? Customer, string? Offer, string? Key);
