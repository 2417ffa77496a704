using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Triggers.Hosting.Telemetry;
using Triggers.Runtime.Ports;

namespace Triggers.Hosting.Health;

/// <summary>
/// Serves <c>/metrics</c>, <c>/health/live</c> and <c>/health/ready</c> over HTTP. Only reads, only GET and HEAD; nothing that changes anything is exposed. Answers from the start of the process to
/// its end, so that a probe always gets an answer.
/// </summary>
public sealed class StatusServer : IAsyncDisposable
{
    private const string Paths = "/metrics, /health/live, /health/ready";

    private readonly WebApplication _application;

    private StatusServer(WebApplication application) => _application = application;

    /// <summary>Where it listens: <c>http://127.0.0.1:9464</c>.</summary>
    public string Url => _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Listens.</summary>
    /// <exception cref="OutsideFault">The address cannot be listened at.</exception>
    public static async Task<StatusServer> StartAsync(IPEndPoint endpoint, Scrape scrape, ProcessHealth health)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Listen(endpoint);
        });
        var application = builder.Build();
        application.Run(context => AnswerAsync(context, scrape, health));
        try
        {
            await application.StartAsync().ConfigureAwait(false);
            return new(application);
        }
        catch (Exception e) when (e is IOException or SocketException or AddressInUseException)
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw new OutsideFault(
                $"Metrics and health cannot be served at {endpoint}: {e.Message}",
                "Set telemetry.address to a free port of this machine (port 0 takes one), or to none.",
                retry: false,
                e);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static Task AnswerAsync(HttpContext context, Scrape scrape, ProcessHealth health)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            return WriteAsync(context, StatusCodes.Status405MethodNotAllowed, "text/plain; charset=utf-8", "Only GET and HEAD.\n"u8.ToArray());
        }

        return context.Request.Path.Value switch
        {
            "/metrics" => MetricsAsync(context, scrape),
            "/health/live" => HealthAsync(context, health.Live()),
            "/health/ready" => HealthAsync(context, health.Ready()),
            _ => WriteAsync(context, StatusCodes.Status404NotFound, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes($"There is {Paths}.\n")),
        };
    }

    private static Task MetricsAsync(HttpContext context, Scrape scrape)
    {
        var form = ExpositionForm.Of(context.Request.Headers.Accept);
        return WriteAsync(context, StatusCodes.Status200OK, form.ContentType, scrape.Read(form));
    }

    private static Task HealthAsync(HttpContext context, HealthReport report) =>
        WriteAsync(context, report.Ok ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, "application/json", report.Write());

    private static async Task WriteAsync(HttpContext context, int status, string type, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
