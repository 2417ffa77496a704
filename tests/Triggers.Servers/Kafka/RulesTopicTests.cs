using Xunit;
using Triggers.Kafka;
using Triggers.Servers.Fixtures;

namespace Triggers.Servers.Kafka;

[Collection(ServerCollection.Name)]
public sealed class RulesTopicTests(ServerSet servers)
{
    [ServerFact(Needs.Kafka)]
    public async Task The_newest_record_is_the_version_in_force_and_every_version_is_kept()
    {
        using var room = await KafkaRoom.OpenAsync(servers);
        var publisher = room.Ports.Rules;
        using var ports = await KafkaPorts.ConnectAsync(room.Options, room.Names, [], []);
        var reader = ports.Rules;
        Assert.False(reader.Refresh(KafkaRoom.Patience));
        Assert.Null(reader.Newest);

        await publisher.PublishAsync("v1", [1], default);
        await publisher.PublishAsync("v2", [2], default);
        Assert.Equal("v2", publisher.Newest);
        Assert.True(reader.Refresh(KafkaRoom.Patience));
        Assert.Equal("v2", reader.Newest);
        Assert.Equal([1], reader.Bundle("v1"));
        Assert.Equal([2], reader.Bundle("v2"));
        Assert.Null(reader.Bundle("v3"));
        Assert.False(reader.Refresh(KafkaRoom.Patience));

        await publisher.PublishAsync("v1", [1], default);
        Assert.True(reader.Refresh(KafkaRoom.Patience));
        Assert.Equal("v1", reader.Newest);
    }
}
