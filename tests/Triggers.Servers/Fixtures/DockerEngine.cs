using System.Net.Sockets;

namespace Triggers.Servers.Fixtures;

/// <summary>Tells whether a Docker engine answers.</summary>
public static class DockerEngine
{
    /// <summary>Asks the engine's socket (<c>DOCKER_HOST</c>, else <c>/var/run/docker.sock</c>) once; at most 2 s.</summary>
    public static bool Answers()
    {
        var host = new Uri(Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } named ? named : "unix:///var/run/docker.sock");
        try
        {
            using var client = host.Scheme == "unix" ? OverSocket(host.AbsolutePath) : new HttpClient { BaseAddress = new UriBuilder(host) { Scheme = "http" }.Uri };
            client.Timeout = TimeSpan.FromSeconds(2);
            return client.GetAsync(new Uri("/_ping", UriKind.Relative)).GetAwaiter().GetResult().IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or SocketException or OperationCanceledException)
        {
            return false;
        }
    }

    private static HttpClient OverSocket(string path) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = new Uri("http://docker") };
}
