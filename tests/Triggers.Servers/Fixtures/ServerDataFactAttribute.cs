using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Servers.Fixtures;

/// <summary>A test against real servers on real data; skipped, with the reason, where one of them cannot be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServerDataFactAttribute : FactAttribute
{
    /// <summary>Looks for servers and data when the tests are discovered.</summary>
    /// <param name="data">Path below the shared data folder.</param>
    public ServerDataFactAttribute(string data)
    {
        Data = data;
        Skip = KafkaServer.Missing ?? RedisServer.Missing ??
            (SharedData.PathOf(data) is null ? $"The shared data has no {data} (looked for in TRIGGERS_SHARED, else in ../shared above the repository)." : null);
    }

    /// <summary>Path below the shared data folder.</summary>
    public string Data { get; }
}
