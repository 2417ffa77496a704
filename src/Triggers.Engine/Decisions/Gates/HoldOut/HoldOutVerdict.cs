namespace Triggers.Engine.Decisions.Gates.HoldOut;

/// <summary>What a hold-out says to one customer.</summary>
/// <param name="Bucket">The customer's bucket, 0..9,999.</param>
/// <param name="IsHeldOut">Whether they get nothing.</param>
internal readonly record struct HoldOutVerdict(int Bucket, bool IsHeldOut);
