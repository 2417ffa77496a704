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

    /// <summary>Has given up what it must in the rebalance under way.</summary>
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

    /// <summary>What has to be given up now; the member keeps it until <see cref="GiveUp"/>, so that its last commit is accepted.</summary>
    public IReadOnlyList<TopicPartition> Leaving() => Id is not null && Group.Rebalancing && !Ready ? InOrder(Owned.Except(Group.ShareOf(this))) : [];

    public void GiveUp(IReadOnlyList<TopicPartition> leaving)
    {
        Owned.ExceptWith(leaving);
        if (Id is not null && !Owned.Except(Group.ShareOf(this)).Any())
        {
            Ready = true;
            Group.CompleteWhenReady();
        }
    }

    /// <summary>Takes up the share of a completed rebalance; returns what is new.</summary>
    public IReadOnlyList<TopicPartition> TakeUp()
    {
        if (Id is null || Group.Rebalancing || _generation == Group.Generation)
        {
            return [];
        }

        _generation = Group.Generation;
        var added = InOrder(Group.ShareOf(this).Except(Owned));
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
