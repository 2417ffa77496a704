using Xunit;

namespace Triggers.Servers.Fixtures;

[Collection(ServerCollection.Name)]
public sealed class FixtureTests(ServerSet servers)
{
    [ServerFact(Needs.Redis)]
    public void Redis_answers_and_is_empty_after_it_was_stopped()
    {
        servers.Redis.Command("SET", "a", "1");
        Assert.Equal("$1", servers.Redis.Command("GET", "a"));
        if (servers.Redis.IsOurs)
        {
            servers.Redis.Stop();
            servers.Redis.Restart();
            Assert.Equal("$-1", servers.Redis.Command("GET", "a"));
        }

        servers.Redis.Command("SET", "a", "1");
        servers.Redis.FlushAll();
        Assert.Equal("$-1", servers.Redis.Command("GET", "a"));
    }

    [ServerFact(Needs.Kafka)]
    public void Kafka_listens_where_it_says()
    {
        var port = int.Parse(servers.Kafka.Address[(servers.Kafka.Address.LastIndexOf(':') + 1)..]);
        Assert.True(Loopback.Answers(port) || servers.Kafka.Process is null);
    }
}
