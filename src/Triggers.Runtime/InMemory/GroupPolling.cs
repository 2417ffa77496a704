namespace Triggers.Runtime.InMemory;

/// <summary>A poll of a group's member, whatever it consumes: serve the group, fetch, wait for news.</summary>
internal static class GroupPolling
{
    /// <summary>Polls until <paramref name="fetch"/> (called under the lock) has brought something, or the time is over.</summary>
    public static void Poll(this InMemoryCluster cluster, GroupMember member, TimeSpan timeout, GroupEvents events, Func<bool> fetch)
    {
        var start = TimeProvider.System.GetTimestamp();
        long version;
        do
        {
            version = cluster.Version;
            cluster.Serve(member, events);
            if (cluster.Locked(fetch))
            {
                return;
            }
        }
        while (cluster.AwaitChange(version, timeout - TimeProvider.System.GetElapsedTime(start)) && TimeProvider.System.GetElapsedTime(start) < timeout);
    }

    private static void Serve(this InMemoryCluster cluster, GroupMember member, GroupEvents events)
    {
        var before = cluster.Locked(() => (member.Id, member.Group.Generation, member.Group.Rebalancing));
        Tell(events.Lost, cluster.Locked(member.Enter));
        var leaving = cluster.Locked(member.Leaving);
        Tell(events.Revoked, leaving);
        cluster.Locked(() => member.GiveUp(leaving));
        Tell(events.Assigned, cluster.Locked(member.TakeUp));
        if (before != cluster.Locked(() => (member.Id, member.Group.Generation, member.Group.Rebalancing)))
        {
            // The other members wait for this.
            cluster.Changed(() => { });
        }
    }

    private static void Tell(Action<IReadOnlyList<TopicPartition>> listener, IReadOnlyList<TopicPartition> places)
    {
        if (places.Count > 0)
        {
            listener(places);
        }
    }
}
