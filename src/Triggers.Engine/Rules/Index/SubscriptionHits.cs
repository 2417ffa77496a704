namespace Triggers.Engine.Rules.Index;
/// <summary>.</summary>
public sealed class SubscriptionHits
{
    internal List<SubscriptionHit> List { get; } = [];
    /// <summary>.</summary>
    public int Count => List.Count;
    /// <summary>.</summary>
    public SubscriptionHit this[int position] => List[position];
}
