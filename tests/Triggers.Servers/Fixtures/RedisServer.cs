using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Triggers.Servers.Fixtures;

/// <summary>
/// A real Redis for tests: the one at <c>TRIGGERS_TEST_REDIS</c> (host:port), else <c>redis-server</c> from <c>PATH</c> on a free loopback port with a temporary folder of
/// its own (noeviction, nothing written to disk).
/// </summary>
public sealed class RedisServer : IDisposable
{
    /// <summary>Names an existing server.</summary>
    public const string Variable = "TRIGGERS_TEST_REDIS";

    private readonly string? _folder;
    private readonly IPEndPoint? _endpoint;
    private ServerProcess? _process;

    private RedisServer(string address) => Address = address;

    private RedisServer(string folder, int port)
    {
        _folder = folder;
        _endpoint = new(IPAddress.Loopback, port);
        Address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
    }

    /// <summary>Why no server can be had here; null: one can.</summary>
    public static string? Missing { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } || Executable.Find("redis-server") is not null
            ? null
            : $"No Redis: set {Variable}=host:port, or install redis-server.";

    /// <summary>Why no server of a test's own can be had here; null: one can.</summary>
    public static string? MissingOwn { get; } = Executable.Find("redis-server") is null ? "No redis-server to kill and to spoil: install it." : null;

    /// <summary><c>host:port</c>.</summary>
    public string Address { get; }

    /// <summary>True when the server is ours, so that <see cref="Stop"/> and <see cref="Restart"/> work.</summary>
    public bool IsOurs => _endpoint is not null;

    /// <summary>Starts or connects.</summary>
    public static RedisServer Start()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } address)
        {
            return new(address);
        }

        return StartOwn();
    }

    /// <summary>Starts one that nobody else uses.</summary>
    public static RedisServer StartOwn()
    {
        var server = new RedisServer(Directory.CreateTempSubdirectory("triggers-redis-").FullName, Loopback.FreePorts(1)[0]);
        server.Restart();
        return server;
    }

    /// <summary>Kill -9; all data are gone.</summary>
    public void Stop()
    {
        _process?.Dispose();
        _process = null;
    }

    /// <summary>Starts again on the same port, empty.</summary>
    public void Restart()
    {
        if (_endpoint is null || _folder is null)
        {
            throw new InvalidOperationException($"The Redis at {Address} is not ours to start.");
        }

        Stop();
        _process = ServerProcess.Start(
            Path.Combine(_folder, "redis.log"),
            new Dictionary<string, string>(),
            Executable.Find("redis-server")!,
            "--port", _endpoint.Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", _folder,
            "--save", "", "--appendonly", "no", "--maxmemory-policy", "noeviction");
        _process.WaitUntil(() => Loopback.Answers(_endpoint.Port) && Command("PING") == "+PONG", TimeSpan.FromSeconds(20));
    }

    /// <summary>Keeps connections and answers nothing until <see cref="Thaw"/>.</summary>
    public void Freeze() => _process?.Freeze();

    /// <summary>Answers again.</summary>
    public void Thaw() => _process?.Thaw();

    /// <summary>Deletes everything, as an operator's mistake would.</summary>
    public void FlushAll()
    {
        if (Command("FLUSHALL") is var reply and not "+OK")
        {
            throw new InvalidOperationException($"FLUSHALL: {reply}");
        }
    }

    /// <summary>Sends one command; returns the first line of the reply with its type sign.</summary>
    public string Command(params string[] words)
    {
        var at = Address.LastIndexOf(':');
        using var client = new TcpClient(Address[..at], int.Parse(Address[(at + 1)..], CultureInfo.InvariantCulture));
        using var stream = client.GetStream();
        var request = string.Concat(words.Select(word => $"${Encoding.UTF8.GetByteCount(word)}\r\n{word}\r\n"));
        stream.Write(Encoding.UTF8.GetBytes($"*{words.Length}\r\n{request}"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadLine() ?? "";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
