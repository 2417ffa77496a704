using Triggers.Hosting.Options;
using Triggers.Runtime.Ports;
using Xunit;

namespace Triggers.Tests.Hosting;

public sealed class ServeOptionsTests
{
    private const string Smallest = """
        kafka: { bootstrapServers: "kafka-1:9092,kafka-2:9092" }
        keys: { secret: sixteen-letters-or-more }
        """;

    [Fact]
    public void The_smallest_configuration_names_brokers_and_secret_and_leaves_the_rest_at_its_defaults()
    {
        var options = Read(Smallest);
        Assert.Equal("kafka-1:9092,kafka-2:9092", options.Kafka.BootstrapServers);
        Assert.Equal(new Triggers.Runtime.Delivery.WorkerOptions(), options.Worker);
        Assert.Equal(new Triggers.Redis.RedisOptions().ToString(), options.Redis.ToString());
        Assert.Equal(new Triggers.Kafka.KafkaTopicOptions(), options.Kafka.Topics);
    }

    [Fact]
    public void Every_setting_of_the_file_reaches_its_option()
    {
        var options = Read("""
            kafka:
              bootstrapServers: kafka:9092
              topicPrefix: shop
              triggerGroup: g
              ingestGroup: i
              transactionTimeout: 20s
              socketTimeout: 5s
              topics: { partitions: 64, replicas: 3, retention: 90d }
              properties: { security.protocol: SASL_SSL, sasl.username: triggers }
            redis: { endpoints: "redis-1:6379, redis-2:6379", user: u, password: p, tls: true, keyPrefix: shop }
            keys: { secret: sixteen-letters-or-more }
            worker: { transactionalId: shop-7, commitInterval: 250ms, cachedStates: 5000 }
            """);
        Assert.Equal(("shop", "g", "i"), (options.Worker.Topics.Prefix, options.Kafka.TriggerGroup, options.Kafka.IngestGroup));
        Assert.Equal((64, 3, TimeSpan.FromDays(90)), (options.Kafka.Topics.Partitions, options.Kafka.Topics.Replicas, options.Kafka.Topics.Retention));
        Assert.Equal(["sasl.username=triggers", "security.protocol=SASL_SSL"], options.Kafka.Properties.Select(p => $"{p.Key}={p.Value}").Order());
        Assert.Equal(["redis-1:6379", "redis-2:6379"], options.Redis.Endpoints);
        Assert.Equal(("u", "p", true, "shop"), (options.Redis.User, options.Redis.Password, options.Redis.Tls, options.Redis.KeyPrefix));
        Assert.Equal(("shop-7", TimeSpan.FromMilliseconds(250), 5000), (options.Worker.TransactionalId, options.Worker.CommitInterval, options.Worker.CachedStates));
    }

    [Theory]
    [InlineData("redis-1:6379, redis-2:6379")]
    [InlineData("[redis-1:6379, redis-2:6379]")]
    [InlineData("[\"redis-1:6379\", \"redis-2:6379\"]")]
    public void Several_values_are_a_list_or_one_text_with_commas(string endpoints) =>
        Assert.Equal(["redis-1:6379", "redis-2:6379"], Read($"{Smallest}\nredis:\n  endpoints: {endpoints}\n").Redis.Endpoints);

    [Fact]
    public void A_variable_of_the_environment_overrides_the_file_so_that_secrets_need_not_be_in_it()
    {
        var options = ServeOptions.Read("triggers.yaml", Smallest, name => name switch
        {
            "TRIGGERS_REDIS_PASSWORD" => "from-a-secret",
            "TRIGGERS_REDIS_KEY_PREFIX" => "elsewhere",
            "TRIGGERS_WORKER_TRANSACTIONAL_ID" => "triggers-3",
            _ => null,
        });
        Assert.Equal(("from-a-secret", "elsewhere", "triggers-3"), (options.Redis.Password, options.Redis.KeyPrefix, options.Worker.TransactionalId));
    }

    [Fact]
    public void Secret_properties_of_the_Kafka_client_come_from_a_file_of_their_own()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "# from a secret\n\nsasl.password = a=b \nsasl.username=other\n");
            var options = Read($$"""
                kafka: { bootstrapServers: "kafka-1:9092", propertiesFile: "{{file}}", properties: { sasl.username: triggers, sasl.mechanism: PLAIN } }
                keys: { secret: sixteen-letters-or-more }
                """);
            Assert.Equal(["sasl.mechanism=PLAIN", "sasl.password=a=b", "sasl.username=other"], options.Kafka.Properties.Select(p => $"{p.Key}={p.Value}").Order());

            File.WriteAllText(file, "sasl.password=p\nhidden\n");
            var fault = Assert.Throws<OutsideFault>(() => Read($"{Smallest}\n".Replace("kafka: {", $"kafka: {{ propertiesFile: \"{file}\",", StringComparison.Ordinal)));
            Assert.Contains($"kafka.propertiesFile is '{file}', whose line 2 is not name=value.", fault.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("hidden", fault.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void All_faults_are_said_at_once()
    {
        var fault = Assert.Throws<OutsideFault>(() => Read("""
            kafka:
              bootstrapServers: [a, b]
              socketTimeout: soon
              topics: { partitions: many }
            worker: { comitInterval: 1s }
            redis: { tls: perhaps }
            """));
        Assert.Equal(
            """
            The configuration triggers.yaml cannot be used:
              - line 2: kafka.bootstrapServers must be a single value.
              - kafka.socketTimeout is 'soon'; it must be a duration with a unit of ms, s, m, h or d, for instance 4s.
              - kafka.topics.partitions is 'many'; it must be a whole number, for instance 16.
              - redis.tls is 'perhaps'; it must be true or false.
              - keys.secret has 0 characters; at least 16 are needed. Make one once with `openssl rand -hex 32` and never change it.
              - kafka.bootstrapServers is ''; needed is host:port, several with commas.
              - line 5: worker.comitInterval is not a setting. Did you mean `worker.commitInterval`?
            """,
            fault.Message);
    }

    [Fact]
    public void A_thread_may_not_count_as_stuck_while_a_transaction_may_still_take_its_time()
    {
        var fault = Assert.Throws<OutsideFault>(() => Read(Smallest.Replace("kafka: {", "kafka: { transactionTimeout: 1m,", StringComparison.Ordinal)));
        Assert.Contains("telemetry.stuckAfter is 2m; with a kafka.transactionTimeout of 1m it must be 4m or more.", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("100ms", 100)]
    [InlineData("10s", 10_000)]
    [InlineData("5m", 300_000)]
    [InlineData("3d", 259_200_000)]
    public void Durations_are_a_whole_number_and_a_unit_both_ways(string text, long milliseconds)
    {
        Assert.True(OptionDuration.TryRead(text, out var value));
        Assert.Equal(milliseconds, value.TotalMilliseconds);
        Assert.Equal(text, OptionDuration.Write(value));
    }

    private static ServeOptions Read(string text) => ServeOptions.Read("triggers.yaml", text, _ => null);
}
