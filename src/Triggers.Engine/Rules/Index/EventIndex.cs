using Triggers.Model.Events;
namespace Triggers.Engine.Rules.Index;
/// <summary>.</summary>
public sealed class EventIndex(IReadOnlyList<Subscription> subscriptions)
{
    /// <summary>.</summary>
    public bool Names(int eventType) => subscriptions.Any(s => s.Event.Ordinal == eventType);
    /// <summary>.</summary>
    public void Match(CustomerEvent candidate, SubscriptionHits hits)
    {
        hits.List.Clear();
        for (var i = 0; i < subscriptions.Count; i++)
        {
            if (subscriptions[i].Event.Ordinal == candidate.EventType.Ordinal) { hits.List.Add(new(i, subscriptions[i].Where is not null)); }
        }
    }
}
