namespace Triggers.Engine.Index;

/// <summary>A subscription in a bucket.</summary>
/// <param name="Hit">What is reported, as <see cref="SubscriptionHits.Code"/>.</param>
/// <param name="MaskStart">First part of the mask of its other predicates.</param>
/// <param name="MaskCount">Parts of that mask.</param>
internal readonly record struct Entry(int Hit, int MaskStart, int MaskCount);
