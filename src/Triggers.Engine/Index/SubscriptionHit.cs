namespace Triggers.Engine.Index;

/// <summary>A subscription that an event concerns, or may concern.</summary>
/// <param name="Ordinal">Its position in the list that the index was made of.</param>
/// <param name="MustEvaluate">False: its condition is true. True: nothing known so far is against it, and <see cref="Subscription.Where"/> decides.</param>
public readonly record struct SubscriptionHit(int Ordinal, bool MustEvaluate);
