using System.Net;
using System.Net.Sockets;
using Triggers.Kafka;
using Triggers.Kafka.Connection;
using Triggers.Kafka.Reading;
using Triggers.Runtime.Ports;
using Xunit;

namespace Triggers.Tests.Kafka;

public sealed class KafkaRulesTopicTests
{
    [Fact]
    public async Task A_refresh_that_waits_for_a_silent_broker_holds_up_nobody_who_asks_for_the_newest_version()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var clients = new Clients(new KafkaOptions { BootstrapServers = silent.LocalEndpoint.ToString()! }, null);
        using var offsets = new OffsetQueries(clients);
        using var rules = new KafkaRulesTopic(clients, offsets, "triggers.rules");
        var refreshing = Task.Run(() => rules.Refresh(TimeSpan.FromSeconds(5)));
        using var asking = await silent.AcceptTcpClientAsync();

        Assert.Null(rules.Newest);
        Assert.False(refreshing.IsCompleted);
        await Assert.ThrowsAsync<OutsideFault>(() => refreshing);
    }
}
