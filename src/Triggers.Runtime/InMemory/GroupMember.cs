using Triggers.Runtime.Ports;

namespace Triggers.Runtime.InMemory;

/// <summary>One consumer's place in its group. Joins at the first poll; expelled, it hears of its loss at the next poll and joins again. Used under the cluster's lock.</summary>
internal sealed class GroupMember(ConsumerGroup group, IReadOnlyList<TopicPartition> places)
{
    private int _generation;

    public ConsumerGroup Group { get; } = group;

    /// <summary>Every partition of the topics subscribed to.</summary>
    public IReadOnlyList<TopicPartition> Places { get; } = places;

    /// <summary>Member id; null when not in the group.</summary>
    public string? Id { get; private set; }

    public HashSet<TopicPartition> Owned { get; } = [];

    /// <summary>Has polled in the rebalance under way.</summary>
    public bool Ready { get; set; }

    /// <summary>Joins when it is not a member; what it had as an expelled one is lost.</summary>
    public IReadOnlyList<TopicPartition> Enter()
    {
        if (Id is not null)
        {
            return [];
        }

        var lost = InOrder(Owned);
        Owned.Clear();
        _generation = 0;
        Id = Group.Join(this);
        return lost;
    }

    /// <summary>
    /// Takes part in the rebalance under way. When it is complete: what the new generation takes from this member, which keeps it until <see cref="GiveUp"/>; the generation it
    /// captured before is refused already.
    /// </summary>
    public IReadOnlyList<TopicPartition> Leaving()
    {
        if (Id is not null && Group.Rebalancing)
        {
            Ready = true;
            Group.CompleteWhenReady();
        }

        if (Id is null || Group.Rebalancing || _generation == Group.Generation)
        {
            return [];
        }

        _generation = Group.Generation;
        return InOrder(Owned.Except(Group.ShareOf(this)));
    }

    /// <summary>Gives partitions back, which makes the group rebalance again (true); those of an expelled member are gone already.</summary>
    public bool GiveUp(IReadOnlyList<TopicPartition> leaving)
    {
        Owned.ExceptWith(leaving);
        if (Id is null || leaving.Count == 0)
        {
            return false;
        }

        Group.Rebalance();
        return true;
    }

    /// <summary>Takes up what belongs to its share and to nobody any more.</summary>
    public IReadOnlyList<TopicPartition> TakeUp()
    {
        if (Id is null || Group.Rebalancing || _generation != Group.Generation)
        {
            return [];
        }

        var added = InOrder(Group.ShareOf(this).Where(place => !Group.HasOwner(place)));
        Owned.UnionWith(added);
        return added;
    }

    /// <summary>Out of the group, by a time-out or in good order.</summary>
    public void Leave()
    {
        Id = null;
        Group.Leave(this);
    }

    /// <exception cref="OutsideFault">Not a member at the moment.</exception>
    public InMemoryMembership Capture() => Id is { } id && _generation > 0
        ? new(Group, id, _generation)
        : throw new OutsideFault("The consumer is not a member of its group at the moment.", "Poll and try again.", retry: true);

    private static TopicPartition[] InOrder(IEnumerable<TopicPartition> places) =>
        [.. places.OrderBy(place => place.Topic, StringComparer.Ordinal).ThenBy(place => place.Partition)];
}
