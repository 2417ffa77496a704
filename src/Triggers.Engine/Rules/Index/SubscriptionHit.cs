namespace Triggers.Engine.Rules.Index;
/// <summary>.</summary>
public readonly record struct SubscriptionHit(int Ordinal, bool MustEvaluate);
