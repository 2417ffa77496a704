using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.Consent;

/// <summary>Whether a customer wants such messages.</summary>
/// <param name="IsGiven">Whether they may be sent.</param>
/// <param name="Since">When the customer said so; null: never, and the channel decides.</param>
internal readonly record struct ConsentVerdict(bool IsGiven, Timestamp? Since);
