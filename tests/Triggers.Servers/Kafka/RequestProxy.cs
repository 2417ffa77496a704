using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Triggers.Servers.Kafka;

/// <summary>Stands between clients and one broker and can hold back one request of a kind, as a slow network would, while everything else passes.</summary>
public sealed class RequestProxy : IDisposable
{
    /// <summary>Kafka's number of the request that ends a transaction.</summary>
    public const short EndTxn = 26;

    private readonly TcpListener _listener;
    private readonly List<Task> _running = [];
    private readonly CancellationTokenSource _ended = new();
    private readonly int _brokerPort;
    private readonly TaskCompletionSource _held = new();
    private readonly TaskCompletionSource _released = new();
    private readonly TaskCompletionSource _answered = new();
    private int _holding = -1;

    /// <summary>Listens on <paramref name="port"/> of 127.0.0.1.</summary>
    public RequestProxy(int port, int brokerPort)
    {
        _brokerPort = brokerPort;
        _listener = new(IPAddress.Loopback, port);
        _listener.Start();
        Run(AcceptAsync);
    }

    /// <summary>Ends when the request was met.</summary>
    public Task Held => _held.Task;

    /// <summary>Ends when the broker has answered the request after its release.</summary>
    public Task Answered => _answered.Task;

    /// <summary>Holds the next request with this number, and its connection with it. Once.</summary>
    public void Hold(short request) => Volatile.Write(ref _holding, request);

    /// <summary>Lets it go to the broker.</summary>
    public void Release() => _released.TrySetResult();

    public void Dispose()
    {
        _ended.Cancel();
        _listener.Dispose();
        Release();
        Task.WaitAll([.. _running], TimeSpan.FromSeconds(5));
        _ended.Dispose();
    }

    private void Run(Func<Task> work)
    {
        lock (_running)
        {
            _running.Add(Task.Run(async () =>
            {
                try
                {
                    await work();
                }
                catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
                {
                    // A closed connection is the end of its work.
                }
            }));
        }
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync(_ended.Token);
            var broker = new TcpClient(IPAddress.Loopback.ToString(), _brokerPort) { NoDelay = true };
            client.NoDelay = true;
            var late = new StrongBox();
            Run(() => ForwardAsync(client, broker, late));
            Run(() => ReturnAsync(broker, client, late));
        }
    }

    /// <summary>Client to broker, request by request.</summary>
    private async Task ForwardAsync(TcpClient client, TcpClient broker, StrongBox late)
    {
        using var closing = broker;
        var (from, to) = (client.GetStream(), broker.GetStream());
        var size = new byte[4];
        while (true)
        {
            await from.ReadExactlyAsync(size, _ended.Token);
            var request = new byte[BinaryPrimitives.ReadInt32BigEndian(size)];
            await from.ReadExactlyAsync(request, _ended.Token);
            var kind = BinaryPrimitives.ReadInt16BigEndian(request);
            if (kind == Interlocked.CompareExchange(ref _holding, -1, kind))
            {
                _held.TrySetResult();
                await _released.Task;
                late.Value = true;
            }

            await to.WriteAsync(size, _ended.Token);
            await to.WriteAsync(request, _ended.Token);
            if (late.Value)
            {
                await _answered.Task;
            }
        }
    }

    private async Task ReturnAsync(TcpClient broker, TcpClient client, StrongBox late)
    {
        using var closing = client;
        var buffer = new byte[65536];
        for (int read; (read = await broker.GetStream().ReadAsync(buffer, _ended.Token)) > 0;)
        {
            if (late.Value)
            {
                _answered.TrySetResult();
                return;
            }

            await client.GetStream().WriteAsync(buffer.AsMemory(0, read), _ended.Token);
        }
    }

    private sealed class StrongBox
    {
        public volatile bool Value;
    }
}
