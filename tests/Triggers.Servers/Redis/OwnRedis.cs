using System.Collections.Concurrent;
using Triggers.Conformance.Stores;
using Triggers.Redis;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Telemetry;
using Triggers.Servers.Fixtures;
using Xunit;

namespace Triggers.Servers.Redis;

/// <summary>A server that one test may kill, freeze or spoil, and a store on it with short deadlines that writes down its notices.</summary>
internal sealed class OwnRedis : INotices, IAsyncDisposable
{
    private OwnRedis(RedisServer server) => Server = server;

    public RedisServer Server { get; }

    public RedisOptions Options { get; private set; } = new();

    public StoreSubject Subject { get; private set; } = null!;

    public ConcurrentQueue<string> Notices { get; } = [];

    public static async Task<OwnRedis> StartAsync()
    {
        var own = Start();
        own.Subject = RedisSubject.Of(await RedisStateStore.ConnectAsync(own.Options, own, CancellationToken.None));
        return own;
    }

    /// <summary>The server alone.</summary>
    public static OwnRedis Start()
    {
        var server = RedisServer.StartOwn();
        return new(server)
        {
            Options = new() { Endpoints = [server.Address], CallTimeout = TimeSpan.FromMilliseconds(500), ConnectTimeout = TimeSpan.FromSeconds(2) },
        };
    }

    /// <summary>Sends the same script until it is known what became of it, as the runtime does.</summary>
    public static async Task<StoreReply> Resend(Func<Task<StoreReply>> script)
    {
        for (var left = 300; ; left--)
        {
            var reply = await script();
            if (reply != StoreReply.Unknown || left == 0)
            {
                return reply;
            }

            await Task.Delay(50);
        }
    }

    /// <summary>The message and remedy of the fault that connecting ends with; the address as <c>ADDRESS</c>.</summary>
    public async Task<string> Refusal(RedisOptions options)
    {
        var fault = await Assert.ThrowsAsync<OutsideFault>(async () => await (await RedisStateStore.ConnectAsync(options, this, CancellationToken.None)).DisposeAsync());
        return Text($"{fault.Message} {fault.Remedy}{(fault.Retry ? " (retry)" : "")}");
    }

    /// <summary>A message as it reads on every machine and every version of Redis.</summary>
    public string Text(string text) => text
        .Replace(Server.Address, "ADDRESS", StringComparison.Ordinal)
        .Replace("NOPERM User worker has", "NOPERM this user has", StringComparison.Ordinal);

    public void Info(NoticeText text) => Notices.Enqueue($"info: {Text(text.ToString())}");

    public void Warning(NoticeText text) => Notices.Enqueue($"warning: {Text(text.ToString())}");

    public void Error(NoticeText text) => Notices.Enqueue($"error: {Text(text.ToString())}");

    public async ValueTask DisposeAsync()
    {
        Server.Thaw();
        if (Subject is not null)
        {
            await Subject.DisposeAsync();
        }

        Server.Dispose();
    }
}
