namespace Triggers.Runtime.InMemory;

/// <summary>
/// A consumer group: committed offsets, members, generation. Rebalances are cooperative (KIP-429): when every member has polled, the generation rises and shares are dealt; a member
/// that has more than its share gives the rest up at its next poll, under the new generation, which begins another rebalance; what nobody has is then taken up. Shares are balanced,
/// and what a member has it keeps where it can. Used under the cluster's lock.
/// </summary>
internal sealed class ConsumerGroup
{
    private readonly List<GroupMember> _members = [];
    private readonly Dictionary<GroupMember, List<TopicPartition>> _shares = [];
    private int _joined;

    public Dictionary<TopicPartition, long> Committed { get; } = [];

    public int Generation { get; private set; }

    /// <summary>True from the moment members come or go until all have polled.</summary>
    public bool Rebalancing { get; private set; }

    public string Join(GroupMember member)
    {
        _members.Add(member);
        Rebalance();
        return $"member-{++_joined}";
    }

    public void Leave(GroupMember member)
    {
        if (_members.Remove(member))
        {
            Rebalance();
        }
    }

    /// <summary>A membership is good while its member belongs to the group and its generation is the present one.</summary>
    public bool Accepts(InMemoryMembership membership) =>
        membership.Generation == Generation && _members.Exists(member => member.Id == membership.Member);

    /// <summary>Begins a rebalance.</summary>
    public void Rebalance()
    {
        Rebalancing = true;
        _members.ForEach(member => member.Ready = false);
        CompleteWhenReady();
    }

    /// <summary>What this member is to have in the present generation.</summary>
    public IReadOnlyList<TopicPartition> ShareOf(GroupMember member) => _shares.GetValueOrDefault(member) ?? [];

    /// <summary>True while another member still has this partition.</summary>
    public bool HasOwner(TopicPartition place) => _members.Exists(member => member.Owned.Contains(place));

    /// <summary>The generation rises when every member has polled.</summary>
    public void CompleteWhenReady()
    {
        if (Rebalancing && _members.TrueForAll(member => member.Ready))
        {
            Rebalancing = false;
            Generation++;
            ShareOut();
        }
    }

    private void ShareOut()
    {
        _shares.Clear();
        foreach (var topic in _members.SelectMany(member => member.Places).Distinct().GroupBy(place => place.Topic).OrderBy(topic => topic.Key, StringComparer.Ordinal))
        {
            ShareOut([.. topic.OrderBy(place => place.Partition)]);
        }
    }

    private void ShareOut(List<TopicPartition> places)
    {
        var taken = new HashSet<TopicPartition>();
        var quota = _members.Select((member, i) => (member, count: (places.Count / _members.Count) + (i < places.Count % _members.Count ? 1 : 0))).ToList();
        foreach (var (member, count) in quota)
        {
            var kept = places.Where(place => member.Owned.Contains(place) && !taken.Contains(place)).Take(count).ToList();
            taken.UnionWith(kept);
            (_shares.TryGetValue(member, out var share) ? share : _shares[member] = []).AddRange(kept);
        }

        var free = new Queue<TopicPartition>(places.Where(place => !taken.Contains(place)));
        foreach (var (member, count) in quota)
        {
            for (var have = places.Count(_shares[member].Contains); have < count; have++)
            {
                _shares[member].Add(free.Dequeue());
            }
        }
    }
}
