using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SesamTalk.Cli.Watching;

/// <summary>Listens for webhooks over HTTP: a call of a system is a POST to <c>/SYSTEM</c>. TLS is the business of a proxy before it.</summary>
internal sealed class WebhookListener : IAsyncDisposable
{
    private const int GreatestBody = 64 * 1024;
    private const int MostConnections = 100;

    private readonly WebApplication _application;

    private WebhookListener(WebApplication application) => _application = application;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Begins to listen.</summary>
    /// <param name="place">Where; port 0 for a free one.</param>
    /// <param name="desk">Who takes the calls.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="StoppedException">It cannot listen there.</exception>
    public static async Task<WebhookListener> StartAsync(IPEndPoint place, WebhookDesk desk, CancellationToken cancellationToken)
    {
        var application = Build(place);
        application.Run(context => AnswerAsync(context, desk));
        try
        {
            await application.StartAsync(cancellationToken);
            return new WebhookListener(application);
        }
        catch (Exception trouble) when (trouble is IOException or SocketException)
        {
            await application.DisposeAsync();
            throw new StoppedException(ExitCode.Unreachable, $"Nothing can listen at {place}: {trouble.Message}", $"Name another place with {ListenAddress.Name}, or end the program that listens there.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static WebApplication Build(IPEndPoint place)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [] });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = GreatestBody;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            kestrel.Listen(place);
        });
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        return builder.Build();
    }

    private static async Task AnswerAsync(HttpContext context, WebhookDesk desk)
    {
        var system = context.Request.Path.Value?.Trim('/') ?? string.Empty;
        context.Response.StatusCode = !desk.Knows(system) ? StatusCodes.Status404NotFound
            : !HttpMethods.IsPost(context.Request.Method) ? StatusCodes.Status405MethodNotAllowed
            : await JudgeAsync(context.Request, system, desk);
    }

    private static async Task<int> JudgeAsync(HttpRequest request, string system, WebhookDesk desk)
    {
        using var body = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException trouble)
        {
            return trouble.StatusCode;
        }

        return desk.Accepts(system, body.ToArray(), name => request.Headers.TryGetValue(name, out var values) ? values.ToString() : null)
            ? StatusCodes.Status200OK
            : StatusCodes.Status401Unauthorized;
    }

    // The signals of the process are the watch's: it ends the listener when it ends.
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
