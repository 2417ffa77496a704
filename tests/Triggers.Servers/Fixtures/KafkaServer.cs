namespace Triggers.Servers.Fixtures;

/// <summary>
/// A real broker for tests: the one at <c>TRIGGERS_TEST_KAFKA</c> (host:port), else one started from a Kafka distribution (<see cref="KafkaHome"/>), else one in a container.
/// </summary>
public sealed class KafkaServer : IDisposable
{
    /// <summary>Names an existing broker.</summary>
    public const string Variable = "TRIGGERS_TEST_KAFKA";

    private static readonly Lazy<string?> Probe = new(WhyNone);

    private readonly KafkaProcess? _process;
    private readonly IDisposable? _container;

    private KafkaServer(string address, KafkaProcess? process, IDisposable? container)
    {
        Address = address;
        _process = process;
        _container = container;
    }

    /// <summary>Why no broker can be had here; null: one can.</summary>
    public static string? Missing => Probe.Value;

    /// <summary>Bootstrap server, <c>host:port</c>.</summary>
    public string Address { get; }

    /// <summary>The broker's process, to kill and to start again; null when it is not ours.</summary>
    public KafkaProcess? Process => _process;

    /// <summary>Starts or connects; 3 to 10 s for a process.</summary>
    public static KafkaServer Start()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } address)
        {
            return new(address, null, null);
        }

        if (KafkaHome.Find() is { } home)
        {
            var process = KafkaProcess.Start(home);
            return new(process.Address, process, null);
        }

        var container = KafkaContainer.Start();
        return new(container.Address, null, container);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process?.Dispose();
        _container?.Dispose();
    }

    private static string? WhyNone()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 })
        {
            return null;
        }

        if (KafkaHome.Find() is not null)
        {
            return KafkaHome.Missing;
        }

        return DockerEngine.Answers() ? null : $"No Kafka broker: set {Variable}=host:port, or KAFKA_HOME to a Kafka distribution, or start a Docker engine.";
    }
}
