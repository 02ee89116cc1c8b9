using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SesamTalk.Sandbox.Http;

/// <summary>A web server that only this machine reaches. It knows nothing of what is asked: it hands calls on.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private LoopbackServer(WebApplication application) => _application = application;

    /// <summary>Where it is, without a slash at the end.</summary>
    public Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Starts a server.</summary>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <param name="answer">What answers; no answer cuts the connection.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<LoopbackServer> StartAsync(int port, Func<Request, CancellationToken, Task<Reply?>> answer, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [] });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddSingleton<IHostLifetime, OwnLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var application = builder.Build();
        application.Run(context => PassOnAsync(context, answer));
        await application.StartAsync(cancellationToken);
        return new LoopbackServer(application);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static async Task PassOnAsync(HttpContext context, Func<Request, CancellationToken, Task<Reply?>> answer)
    {
        var reply = await AnswerAsync(await ReadAsync(context.Request), answer, context.RequestAborted);
        if (reply is null)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (!reply.Body.IsEmpty)
        {
            context.Response.ContentLength = reply.Body.Length;
            await context.Response.Body.WriteAsync(reply.Body, context.RequestAborted);
        }
    }

    // A defect of a stand-in must not look like something that the vendor says.
    private static async Task<Reply?> AnswerAsync(Request request, Func<Request, CancellationToken, Task<Reply?>> answer, CancellationToken cancellationToken)
    {
        try
        {
            return await answer(request, cancellationToken);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            return Reply.Plain(500, $"The stand-in has a defect: {defect}");
        }
    }

    private static async Task<Request> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        var query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new Request(request.Method.ToUpperInvariant(), request.Path.Value!, query, request.Headers, body.ToArray(), $"{request.Scheme}://{request.Host}");
    }
}
