using Confluent.Kafka;

namespace Triggers.Kafka.Connection;

/// <summary>Makes the library's clients with log and error handlers set. Making one talks to nobody.</summary>
internal sealed class Clients(KafkaOptions options, Action<string>? log)
{
    /// <summary>The options that every client is made with.</summary>
    public KafkaOptions Options => options;

    /// <summary>A journal for one client.</summary>
    public ClientJournal Journal(string client) => new(client, log);

    /// <summary>A consumer; <paramref name="shape"/> sets handlers.</summary>
    public IConsumer<byte[], byte[]> Consumer(
        Func<KafkaOptions, ConsumerConfig> config, ClientJournal journal, Action<ConsumerBuilder<byte[], byte[]>>? shape = null) => Build(() =>
    {
        var builder = new ConsumerBuilder<byte[], byte[]>(config(options))
            .SetLogHandler((_, message) => journal.OnLog(message))
            .SetErrorHandler((_, error) => journal.OnError(error));
        shape?.Invoke(builder);
        return builder.Build();
    });

    /// <summary>A producer; <paramref name="config"/> says whether it is transactional.</summary>
    public IProducer<byte[], byte[]?> Producer(Func<KafkaOptions, ProducerConfig> config, ClientJournal journal) => Build(() =>
        new ProducerBuilder<byte[], byte[]?>(config(options))
            .SetLogHandler((_, message) => journal.OnLog(message))
            .SetErrorHandler((_, error) => journal.OnError(error))
            .Build());

    /// <summary>A client for topics.</summary>
    public IAdminClient Admin(ClientJournal journal) => Build(() =>
        new AdminClientBuilder(ClientSettings.Admin(options))
            .SetLogHandler((_, message) => journal.OnLog(message))
            .SetErrorHandler((_, error) => journal.OnError(error))
            .Build());

    private static TClient Build<TClient>(Func<TClient> build)
    {
        try
        {
            return build();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw KafkaFaults.Settings(e);
        }
    }
}
