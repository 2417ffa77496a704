using Xunit;
using Triggers.Kafka;
using Triggers.Kafka.Reading;
using Triggers.Runtime.Ports;
using Triggers.Servers.Fixtures;

namespace Triggers.Servers.Kafka;

[Collection(ServerCollection.Name)]
public sealed class ConnectionTests(ServerSet servers)
{
    private readonly List<string> _log = [];

    [Fact]
    public async Task An_address_where_nobody_listens_is_one_clear_sentence_with_the_remedy()
    {
        var port = Loopback.FreePorts(1)[0];

        var fault = await Assert.ThrowsAsync<OutsideFault>(() => ConnectAsync($"127.0.0.1:{port}"));

        Assert.Equal($"The cluster was not reached: Kafka at 127.0.0.1:{port} did not answer: Connection refused.", fault.Message);
        Assert.Equal("Start the broker, or correct kafka.bootstrapServers (and security.protocol in kafka.properties).", fault.Remedy);
        Assert.True(fault.Retry);
        Assert.NotEmpty(_log);
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_named()
    {
        var fault = await Assert.ThrowsAsync<OutsideFault>(() => ConnectAsync("no-such-host.invalid:9092"));

        Assert.StartsWith("The cluster was not reached: Kafka at no-such-host.invalid:9092 did not answer: Failed to resolve 'no-such-host.invalid:9092'", fault.Message);
    }

    [Fact]
    public async Task A_property_that_the_client_does_not_know_is_named()
    {
        var fault = await Assert.ThrowsAsync<OutsideFault>(() => ConnectAsync("127.0.0.1:1", new() { ["sasl.mechanizm"] = "PLAIN" }));

        Assert.Equal("kafka.properties cannot be used: No such configuration property: \"sasl.mechanizm\".", fault.Message);
        Assert.False(fault.Retry);
    }

    [ServerFact(Needs.Kafka)]
    public async Task A_log_in_that_the_broker_does_not_know_is_a_clear_sentence()
    {
        var fault = await Assert.ThrowsAsync<OutsideFault>(() => ConnectAsync(
            servers.Kafka.Address, new() { ["security.protocol"] = "sasl_plaintext", ["sasl.mechanism"] = "PLAIN", ["sasl.username"] = "u", ["sasl.password"] = "p" }));

        Assert.StartsWith($"The cluster was not reached: Kafka at {servers.Kafka.Address} ", fault.Message);
        Assert.DoesNotContain("Exception", fault.Message);
    }

    [ServerFact(Needs.Kafka)]
    public async Task The_log_of_a_topic_that_does_not_exist_cannot_be_dumped()
    {
        await Task.CompletedTask;
        var names = ServerSet.NewNames();
        var fault = Assert.Throws<OutsideFault>(() => new KafkaLogDump(KafkaRoom.OptionsFor(servers.Kafka.Address, names), names));

        Assert.Equal($"Topic {names.Events} does not exist.", fault.Message);
        Assert.Equal("Create what is missing: triggers topics --create --config FILE.", fault.Remedy);
    }

    private Task<KafkaPorts> ConnectAsync(string address, Dictionary<string, string>? properties = null)
    {
        var options = KafkaRoom.OptionsFor(address, new()) with { ConnectTimeout = TimeSpan.FromSeconds(2), Properties = properties ?? [] };
        return KafkaPorts.ConnectAsync(options, new("unreached"), [], [], line =>
        {
            lock (_log)
            {
                _log.Add(line);
            }
        });
    }
}
