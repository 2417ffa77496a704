using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Triggers.Kafka.Connection;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Telemetry;

namespace Triggers.Kafka.Reading;

/// <summary>Asks how far consumer groups are behind: committed offsets and ends of all partitions, three requests a topic. One thread.</summary>
internal sealed class GroupLags(Clients clients) : IDisposable
{
    private readonly ClientJournal _journal = clients.Journal("lags");
    private IAdminClient? _admin;

    /// <summary>The lag of a group in every partition of a topic; a partition without a committed offset is behind from its first offset on.</summary>
    public IReadOnlyList<PartitionLag> Of(string group, string topic, TimeSpan timeout)
    {
        _admin ??= clients.Admin(_journal);
        try
        {
            var partitions = _admin.GetMetadata(topic, timeout).Topics.Single().Partitions.ConvertAll(partition => new TopicPartition(topic, partition.PartitionId));
            var ends = Offsets(partitions, OffsetSpec.Latest(), timeout);
            var committed = Committed(group, partitions, timeout);
            var firsts = committed.Count < partitions.Count ? Offsets(partitions, OffsetSpec.Earliest(), timeout) : [];
            return [.. partitions.Select(place => new PartitionLag(
                topic, place.Partition.Value, Math.Max(0, ends[place.Partition] - (committed.TryGetValue(place.Partition, out var offset) ? offset : firsts[place.Partition]))))];
        }
        catch (Exception e) when (e is KafkaException or KeyNotFoundException or AggregateException { InnerException: KafkaException })
        {
            throw new OutsideFault($"The lag of consumer group {group} in {topic} was not read: {e.Message}.", "It is asked for again.", retry: true, e);
        }
    }

    public void Dispose() => _admin?.Dispose();

    private Dictionary<Partition, long> Offsets(List<TopicPartition> partitions, OffsetSpec which, TimeSpan timeout)
    {
        var asked = partitions.Select(place => new TopicPartitionOffsetSpec { TopicPartition = place, OffsetSpec = which });
        var options = new ListOffsetsOptions { RequestTimeout = timeout, IsolationLevel = IsolationLevel.ReadUncommitted };
        return _admin!.ListOffsetsAsync(asked, options).GetAwaiter().GetResult().ResultInfos
            .Select(info => info.TopicPartitionOffsetError)
            .Where(found => !found.Error.IsError)
            .ToDictionary(found => found.Partition, found => found.Offset.Value);
    }

    private Dictionary<Partition, long> Committed(string group, List<TopicPartition> partitions, TimeSpan timeout) =>
        _admin!.ListConsumerGroupOffsetsAsync([new(group, partitions)], new() { RequestTimeout = timeout }).GetAwaiter().GetResult()[0].Partitions
            .Where(found => !found.Error.IsError && found.Offset != Offset.Unset)
            .ToDictionary(found => found.Partition, found => found.Offset.Value);
}
